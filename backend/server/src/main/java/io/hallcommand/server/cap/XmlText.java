package io.hallcommand.server.cap;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML in one namespace, in UTF-8.
 */
final class XmlText {

	private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

	private final XMLStreamWriter writer;

	private XmlText(XMLStreamWriter writer) {
		this.writer = writer;
	}

	/**
	 * What stands in a document or element.
	 */
	@FunctionalInterface
	interface Content {

		void write(XmlText xml) throws XMLStreamException;

	}

	static byte[] document(String root, String namespace, Content content) {
		// By characters, because the writer splits emoji when it encodes them itself
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter writer = XML.createXMLStreamWriter(text);
			writer.writeStartDocument("UTF-8", "1.0");
			writer.writeStartElement(root);
			writer.writeDefaultNamespace(namespace);
			content.write(new XmlText(writer));
			writer.writeEndElement();
			writer.writeEndDocument();
			writer.close();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("Writing to memory does not fail", ex);
		}
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	void element(String name, Content content) throws XMLStreamException {
		this.writer.writeStartElement(name);
		content.write(this);
		this.writer.writeEndElement();
	}

	void element(String name, String text) throws XMLStreamException {
		this.writer.writeStartElement(name);
		this.writer.writeCharacters(clean(text));
		this.writer.writeEndElement();
	}

	/** An element with attributes, name by value. */
	void empty(String name, String... attributes) throws XMLStreamException {
		this.writer.writeEmptyElement(name);
		for (int i = 0; i < attributes.length; i += 2) {
			this.writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
		}
	}

	/** Without what no XML can hold. */
	private static String clean(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints().filter(XmlText::isAllowed).forEach(clean::appendCodePoint);
		return clean.toString();
	}

	private static boolean isAllowed(int character) {
		return character == '\t' || character == '\n' || (character >= 0x20 && character < 0xD800)
				|| (character >= 0xE000 && character < 0xFFFE) || character >= 0x10000;
	}

}
