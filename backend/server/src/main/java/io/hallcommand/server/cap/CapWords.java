package io.hallcommand.server.cap;

import java.util.List;

import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;

/**
 * The protocol's words for ours.
 */
final class CapWords {

	private CapWords() {
	}

	static List<String> categories(EmergencyKind kind) {
		return switch (kind) {
			case UTILITY_FAILURE, NETWORK_FAILURE -> List.of("Infra");
			case PUBLIC_ORDER, MASS_INCIDENT -> List.of("Security");
			case NATURAL_DISASTER -> List.of("Geo", "Met");
			case FIRE -> List.of("Fire");
			case EPIDEMIC, SUDDEN_ILLNESS -> List.of("Health");
			case DANGEROUS_GOODS, EXPLOSION -> List.of("Safety", "CBRNE");
			case GAS_LEAK -> List.of("CBRNE", "Env");
			case ACCIDENTAL_INJURY -> List.of("Safety", "Health");
		};
	}

	static String severity(EventSeverity severity) {
		return switch (severity) {
			case ESPECIALLY_SERIOUS -> "Extreme";
			case SERIOUS -> "Severe";
			case LARGE -> "Moderate";
			case ORDINARY -> "Minor";
		};
	}

	static String responseType(Instruction instruction) {
		return switch (instruction) {
			case EVACUATE -> "Evacuate";
			case SHELTER -> "Shelter";
			case KEEP_AWAY -> "Avoid";
			case NONE -> "Monitor";
		};
	}

	static String urgency(Instruction instruction) {
		return switch (instruction) {
			case EVACUATE, SHELTER, KEEP_AWAY -> "Immediate";
			case NONE -> "Expected";
		};
	}

}
