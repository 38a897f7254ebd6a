package io.hallcommand.server.cap;

import java.util.List;
import java.util.stream.Collectors;

import javax.xml.stream.XMLStreamException;

import io.hallcommand.core.hall.HallPlan;

/**
 * The messages of a hall as an Atom feed (RFC 4287), the newest first.
 */
final class AtomFeed {

	static final String NAMESPACE = "http://www.w3.org/2005/Atom";

	static final int MOST = 200;

	/** When nothing has ever been said. */
	private static final String NEVER = "1970-01-01T00:00:00Z";

	private AtomFeed() {
	}

	/**
	 * Writes the feed.
	 * @param path where it is; a message is at its identifier below it
	 * @param messages the oldest first
	 */
	static byte[] write(HallPlan hall, String path, List<CapMessage> messages) {
		List<CapMessage> newest = messages.reversed().subList(0, Math.min(messages.size(), MOST));
		return XmlText.document("feed", NAMESPACE, (xml) -> {
			xml.element("id", "urn:hall-command:" + hall.hall() + ":cap");
			xml.element("title", bilingual(hall.name().zh(), hall.name().en()));
			xml.element("updated", newest.isEmpty() ? NEVER : newest.getFirst().sent());
			xml.element("author", (author) -> author.element("name", bilingual(hall.name().zh(), hall.name().en())));
			xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", path);
			for (CapMessage message : newest) {
				xml.element("entry", (entry) -> entry(entry, path, message));
			}
		});
	}

	private static void entry(XmlText xml, String path, CapMessage message) throws XMLStreamException {
		List<CapMessage.Info> info = message.info();
		xml.element("id", "urn:hall-command:" + message.identifier());
		xml.element("title", info.stream().map(CapMessage.Info::headline).collect(Collectors.joining(" · ")));
		xml.element("updated", message.sent());
		xml.empty("category", "term", message.type().word());
		xml.empty("link", "rel", "alternate", "type", "application/cap+xml", "href", path + "/" + message.identifier());
		xml.element("summary", info.stream().map(CapMessage.Info::instruction).collect(Collectors.joining(" · ")));
	}

	private static String bilingual(String zh, String en) {
		return zh.isBlank() ? en : (en.isBlank() || en.equals(zh)) ? zh : zh + " · " + en;
	}

}
