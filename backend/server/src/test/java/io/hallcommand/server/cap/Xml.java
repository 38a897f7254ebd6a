package io.hallcommand.server.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads XML back, and holds it against the official schema of CAP 1.2.
 */
final class Xml {

	private static final Schema CAP = schema();

	private final Document document;

	private Xml(Document document) {
		this.document = document;
	}

	static Xml read(byte[] bytes) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
			return new Xml(factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)));
		}
		catch (ParserConfigurationException | SAXException | IOException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/** Throws what the schema has against it. */
	void validate() throws SAXException {
		try {
			CAP.newValidator().validate(new DOMSource(this.document));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The texts of all elements of this name. */
	List<String> texts(String element) {
		NodeList found = this.document.getElementsByTagNameNS("*", element);
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < found.getLength(); i++) {
			texts.add(found.item(i).getTextContent());
		}
		return texts;
	}

	private static Schema schema() {
		try {
			return SchemaFactory.newDefaultInstance().newSchema(Xml.class.getResource("/cap/CAP-v1.2.xsd"));
		}
		catch (SAXException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
