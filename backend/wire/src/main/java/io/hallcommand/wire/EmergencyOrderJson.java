package io.hallcommand.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.Counts;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRole;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.ResponseLevel;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Orders about emergencies as their senders write them.
 */
public final class EmergencyOrderJson {

	/** What can be done in an emergency, by its name in the address. */
	public static final Set<String> ACTIONS = new TreeSet<>(
			Set.of("note", "tick", "skip", "reopen", "assign", "count", "muster", "grade", "instruct", "end",
					"continue", "falseAlarm", "merge", "file", "finding", "mend", "close"));

	private static final int MAX_TEXT = 500;

	private static final int MAX_WHAT = 200;

	private static final int MAX_REPORT = 20_000;

	private static final int MAX_ZONES = 200;

	private static final int MAX_EXITS = 50;

	/** Takes a level away. */
	private static final String NONE = "NONE";

	private EmergencyOrderJson() {
	}

	/**
	 * An order that was read, or what is wrong with it.
	 *
	 * @param order {@code null} exactly if there is a problem
	 * @param id the sender's own for it, if it gave one
	 * @param alert the alert that a declaration came from, if it came from one
	 */
	public record Reading(@Nullable EmergencyOrder order, @Nullable String id, @Nullable AlertId alert,
			@Nullable WireProblem problem) {
	}

	/** Reads that something has happened. */
	public static Reading declare(JsonNode body) {
		Fields fields = new Fields(body, "");
		EmergencyOrder order = new EmergencyOrder.Declare(fields.choice("kind", EmergencyKind.class), zones(fields),
				optional(fields, "severity", EventSeverity.class), fields.optionalText("what", MAX_WHAT), null,
				fields.flag("drill"), fields.flag("separate"), null);
		return reading(order, alert(fields), fields);
	}

	/**
	 * Reads what is wanted in one emergency.
	 * @param action one of {@link #ACTIONS}
	 */
	public static Reading read(EmergencyId emergency, String action, JsonNode body) {
		Fields fields = new Fields(body, "");
		return reading(new EmergencyOrder.OnEmergency(emergency, action(action, fields)), null, fields);
	}

	/** Reads which drill is to be held when. */
	public static Reading drill(JsonNode body) {
		Fields fields = new Fields(body, "");
		Instant at = fields.optionalTime("at");
		if (at == null) {
			fields.fail("at", "is missing");
			at = Instant.EPOCH;
		}
		return reading(new EmergencyOrder.PlanDrill(fields.choice("kind", EmergencyKind.class), zones(fields), at,
				fields.optionalText("note", MAX_WHAT)), null, fields);
	}

	private static EmergencyAction action(String action, Fields fields) {
		return switch (action) {
			case "note" -> new EmergencyAction.WriteNote(fields.text("text", MAX_TEXT));
			case "tick" -> new EmergencyAction.Tick(step(fields), note(fields));
			case "skip" -> new EmergencyAction.Skip(step(fields), reason(fields));
			case "reopen" -> new EmergencyAction.Reopen(step(fields), note(fields));
			case "assign" -> assign(fields);
			case "count" -> count(fields);
			case "muster" -> muster(fields);
			case "grade" -> grade(fields);
			case "instruct" -> instruct(fields);
			case "end" -> new EmergencyAction.End(Outcome.RESOLVED, note(fields));
			case "continue" -> new EmergencyAction.Continue(note(fields));
			case "falseAlarm" -> new EmergencyAction.End(Outcome.FALSE_ALARM, reason(fields));
			case "merge" ->
				new EmergencyAction.Merge(new EmergencyId(fields.text("into", FactJson.MAX_ID)), note(fields));
			case "file" ->
				new EmergencyAction.File(fields.choice("report", ReportKind.class), fields.prose("text", MAX_REPORT));
			case "finding" -> new EmergencyAction.NoteFinding(fields.text("text", MAX_TEXT),
					fields.text("owner", OrderJson.MAX_USER), day(fields, "due"));
			case "mend" -> new EmergencyAction.Mend(fields.text("finding", FactJson.MAX_ID), note(fields));
			case "close" -> new EmergencyAction.Close(note(fields));
			default -> throw new IllegalArgumentException("No action on emergencies: " + action);
		};
	}

	private static EmergencyAction assign(Fields fields) {
		EmergencyRole role = optional(fields, "role", EmergencyRole.class);
		String step = fields.optionalText("step", FactJson.MAX_ID);
		if ((role == null) == (step == null)) {
			fields.fail("role", "or 'step' is to be given, one of the two");
		}
		return new EmergencyAction.Assign(fields.text("to", OrderJson.MAX_USER), role, step);
	}

	private static EmergencyAction count(Fields fields) {
		EmergencyAction.Count count = new EmergencyAction.Count(people(fields, "evacuated"), people(fields, "injured"),
				people(fields, "dead"), people(fields, "missing"));
		if (count.equals(new EmergencyAction.Count(null, null, null, null))) {
			fields.fail("", "has none of evacuated, injured, dead, missing");
		}
		return count;
	}

	private static EmergencyAction muster(Fields fields) {
		return new EmergencyAction.MusterZone(new HallZoneId(fields.text("zone", FactJson.MAX_ID)),
				fields.neededFlag("clear"), people(fields, "people"), note(fields));
	}

	private static EmergencyAction grade(Fields fields) {
		EventSeverity severity = optional(fields, "severity", EventSeverity.class);
		Optional<WarningLevel> warning = level(fields, "warningLevel", WarningLevel.class);
		Optional<ResponseLevel> response = level(fields, "responseLevel", ResponseLevel.class);
		if (severity == null && warning == null && response == null) {
			fields.fail("", "has none of severity, warningLevel, responseLevel");
		}
		return new EmergencyAction.Grade(severity, warning, response, reason(fields));
	}

	private static EmergencyAction instruct(Fields fields) {
		List<String> zones = fields.optionalTexts("zones", MAX_ZONES, FactJson.MAX_ID);
		return new EmergencyAction.Instruct(fields.choice("instruction", Instruction.class),
				(zones != null) ? distinct(zones) : null,
				fields.optionalTexts("closedExits", MAX_EXITS, FactJson.MAX_ID), note(fields));
	}

	private static @Nullable Integer people(Fields fields, String field) {
		return (fields.get(field) != null) ? fields.number(field, 0, Counts.MOST, null) : null;
	}

	private static <E extends Enum<E>> @Nullable E optional(Fields fields, String field, Class<E> type) {
		return (fields.get(field) != null) ? fields.choice(field, type) : null;
	}

	private static <E extends Enum<E>> @Nullable Optional<E> level(Fields fields, String field, Class<E> type) {
		JsonNode level = fields.get(field);
		if (level == null) {
			return null;
		}
		return NONE.equalsIgnoreCase(level.stringValue("")) ? Optional.empty()
				: Optional.of(fields.choice(field, type));
	}

	private static LocalDate day(Fields fields, String field) {
		String text = fields.text(field, 10);
		try {
			LocalDate day = LocalDate.parse(text);
			if (day.getYear() < 1900 || day.getYear() > 9998) {
				fields.fail(field, "is not between the years 1900 and 9998");
			}
			return day;
		}
		catch (DateTimeException ex) {
			fields.fail(field, "is not a day such as 2026-12-01");
			return LocalDate.EPOCH;
		}
	}

	private static @Nullable AlertId alert(Fields fields) {
		String text = fields.optionalText("alert", FactJson.MAX_ID);
		try {
			return (text != null) ? AlertId.parse(text) : null;
		}
		catch (IllegalArgumentException ex) {
			fields.fail("alert", "is not the id of an alert such as a1042");
			return null;
		}
	}

	private static List<HallZoneId> zones(Fields fields) {
		List<String> zones = fields.optionalTexts("zones", MAX_ZONES, FactJson.MAX_ID);
		return (zones != null) ? distinct(zones) : List.of();
	}

	private static List<HallZoneId> distinct(List<String> zones) {
		return zones.stream().distinct().map(HallZoneId::new).toList();
	}

	private static String step(Fields fields) {
		return fields.text("step", FactJson.MAX_ID);
	}

	private static String reason(Fields fields) {
		return fields.text("reason", MAX_TEXT);
	}

	private static @Nullable String note(Fields fields) {
		return fields.optionalText("note", MAX_TEXT);
	}

	private static Reading reading(EmergencyOrder order, @Nullable AlertId alert, Fields fields) {
		String id = OrderJson.id(fields);
		WireProblem problem = fields.problem();
		return new Reading((problem != null) ? null : order, id, alert, problem);
	}

}
