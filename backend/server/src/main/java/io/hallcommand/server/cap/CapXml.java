package io.hallcommand.server.cap;

import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import io.hallcommand.core.emergency.EmergencyId;

/**
 * Writes a message as the schema of CAP 1.2 has it, in its order.
 */
final class CapXml {

	static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

	private CapXml() {
	}

	static byte[] write(CapMessage message) {
		return XmlText.document("alert", NAMESPACE, (xml) -> {
			xml.element("identifier", message.identifier());
			xml.element("sender", message.sender());
			xml.element("sent", message.sent());
			xml.element("status", message.exercise() ? "Exercise" : "Actual");
			xml.element("msgType", message.type().word());
			xml.element("scope", "Public");
			if (message.note() != null) {
				xml.element("note", message.note());
			}
			if (!message.references().isEmpty()) {
				xml.element("references",
						message.references()
							.stream()
							.map(CapMessage.Reference::toString)
							.collect(Collectors.joining(" ")));
			}
			xml.element("incidents",
					message.incidents().stream().map(EmergencyId::value).collect(Collectors.joining(" ")));
			for (CapMessage.Info info : message.info()) {
				xml.element("info", (within) -> info(within, info));
			}
		});
	}

	private static void info(XmlText xml, CapMessage.Info info) throws XMLStreamException {
		xml.element("language", info.language());
		for (String category : info.categories()) {
			xml.element("category", category);
		}
		xml.element("event", info.event());
		xml.element("responseType", info.responseType());
		xml.element("urgency", info.urgency());
		xml.element("severity", info.severity());
		xml.element("certainty", info.certainty());
		xml.element("onset", info.onset());
		xml.element("senderName", info.senderName());
		xml.element("headline", info.headline());
		xml.element("description", info.description());
		xml.element("instruction", info.instruction());
		for (var parameter : info.parameters().entrySet()) {
			xml.element("parameter", (within) -> pair(within, parameter.getKey(), parameter.getValue()));
		}
		xml.element("area", (within) -> area(within, info.area()));
	}

	private static void area(XmlText xml, CapMessage.Area area) throws XMLStreamException {
		xml.element("areaDesc", area.description());
		for (String zone : area.zones()) {
			xml.element("geocode", (within) -> pair(within, "zone", zone));
		}
	}

	private static void pair(XmlText xml, String name, String value) throws XMLStreamException {
		xml.element("valueName", name);
		xml.element("value", value);
	}

}
