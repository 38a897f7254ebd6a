package io.hallcommand.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A roster as people write it.
 */
public final class RosterJson {

	private static final int MOST_SHIFTS = 500;

	private RosterJson() {
	}

	/**
	 * A roster that was read, or what is wrong with it.
	 */
	public record Reading(List<Shift> shifts, @Nullable WireProblem problem) {
	}

	public static Reading read(JsonNode body) {
		JsonNode shifts = body.path("shifts");
		if (!shifts.isArray() || shifts.size() > MOST_SHIFTS) {
			return new Reading(List.of(), new WireProblem("shifts", "is not an array of up to " + MOST_SHIFTS));
		}
		List<Shift> read = new ArrayList<>();
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < shifts.size(); i++) {
			Fields fields = new Fields(shifts.get(i), "shifts[" + i + "].");
			Shift shift = shift(fields, i);
			if (!ids.add(shift.id())) {
				fields.fail("id", "stands twice: " + shift.id());
			}
			WireProblem problem = fields.problem();
			if (problem != null) {
				return new Reading(List.of(), problem);
			}
			read.add(shift);
		}
		return new Reading(read, null);
	}

	private static Shift shift(Fields fields, int index) {
		String id = fields.optionalText("id", FactJson.MAX_ID);
		String user = fields.text("user", OrderJson.MAX_USER);
		String name = fields.optionalText("name", OrderJson.MAX_USER);
		Duty role = fields.choice("role", Duty.class, Duty.OFFICER);
		if (role == Duty.UPPER) {
			fields.fail("role", "is neither OFFICER nor MANAGER");
		}
		List<String> zones = fields.optionalTexts("zones", 100, FactJson.MAX_ID);
		Instant from = time(fields, "from");
		Instant until = time(fields, "until");
		if (!from.isBefore(until)) {
			fields.fail("until", "is not after 'from'");
		}
		return new Shift((id != null) ? id : "s" + (index + 1), user, (name != null) ? name : user, role,
				(zones != null) ? zones.stream().map(HallZoneId::new).toList() : List.of(), from, until);
	}

	private static Instant time(Fields fields, String field) {
		Instant time = fields.optionalTime(field);
		if (time == null) {
			fields.fail(field, "is missing");
			return Instant.EPOCH;
		}
		return time;
	}

}
