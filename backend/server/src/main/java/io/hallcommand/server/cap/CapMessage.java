package io.hallcommand.server.cap;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SequencedMap;

import io.hallcommand.core.emergency.EmergencyId;
import org.jspecify.annotations.Nullable;

/**
 * One message. Its parts are those of the protocol, so are the words in them.
 *
 * @param note what is to be known of the message itself, such as that it is a drill
 * @param references all earlier messages of the same emergency
 * @param incidents the emergency, and the other one that it was merged into
 * @param info the same in each language
 */
record CapMessage(String identifier, String sender, String sent, boolean exercise, Type type, @Nullable String note,
		List<Reference> references, List<EmergencyId> incidents, List<Info> info) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	CapMessage {
		references = List.copyOf(references);
		incidents = List.copyOf(incidents);
		info = List.copyOf(info);
	}

	/**
	 * What a message does to those before it.
	 */
	enum Type {

		ALERT("Alert"), UPDATE("Update"), CANCEL("Cancel");

		private final String word;

		Type(String word) {
			this.word = word;
		}

		String word() {
			return this.word;
		}

	}

	/**
	 * Names a message.
	 */
	record Reference(String sender, String identifier, String sent) {

		@Override
		public String toString() {
			return this.sender + "," + this.identifier + "," + this.sent;
		}

	}

	/**
	 * What the message says in one language.
	 *
	 * @param parameters by their names
	 */
	record Info(String language, List<String> categories, String event, String responseType, String urgency,
			String severity, String certainty, String onset, String senderName, String headline, String description,
			String instruction, SequencedMap<String, String> parameters, Area area) {

	}

	/**
	 * Where it holds.
	 *
	 * @param zones ids of zones; empty for the whole hall
	 */
	record Area(String description, List<String> zones) {
	}

	Reference reference() {
		return new Reference(this.sender, this.identifier, this.sent);
	}

	/** As the protocol wants a time: never with a Z, and UTC as minus nothing. */
	static String time(OffsetDateTime time) {
		String text = TIME.format(time);
		return time.getOffset().equals(ZoneOffset.UTC) ? text.replace("+00:00", "-00:00") : text;
	}

}
