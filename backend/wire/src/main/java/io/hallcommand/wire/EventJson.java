package io.hallcommand.wire;

import java.time.LocalDate;
import java.util.List;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.UsualDays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Any event of a journal as a type name and JSON data.
 */
public final class EventJson {

	private static final String PLANNED = "hall.planned";

	private static final String DAY_ENDED = "day.ended";

	private static final String RULES_CHANGED = "rules.changed";

	private static final String USUAL_GIVEN = "usual.given";

	private static final String ROSTER_CHANGED = "roster.changed";

	private EventJson() {
	}

	/**
	 * An event ready to be stored.
	 */
	public record Stored(String type, String data) {
	}

	public static Stored write(HallEvent event) {
		ObjectNode data = HallJson.mapper().createObjectNode();
		String type = write(event, data);
		return new Stored(type, data.toString());
	}

	static String write(HallEvent event, ObjectNode data) {
		return switch (event) {
			case HallEvent.Fact fact -> FactJson.write(fact, data);
			case HallEvent.HallPlanned planned -> {
				data.put("actor", planned.actor());
				data.set("plan", PlanJson.write(planned.plan()));
				yield PLANNED;
			}
			case HallEvent.DayEnded ended -> {
				data.put("date", ended.date().toString());
				yield DAY_ENDED;
			}
			case HallEvent.AlertMoved moved -> AlertJson.write(moved.event(), data);
			case HallEvent.EmergencyMoved moved -> EmergencyJson.write(moved.event(), data);
			case HallEvent.RulesChanged changed -> {
				data.put("actor", changed.actor());
				data.set("rules", HallJson.mapper().valueToTree(changed.rules()));
				yield RULES_CHANGED;
			}
			case HallEvent.RosterChanged changed -> {
				data.put("actor", changed.actor());
				data.set("shifts", HallJson.mapper().valueToTree(changed.shifts()));
				yield ROSTER_CHANGED;
			}
			case HallEvent.UsualDaysGiven given -> {
				data.put("actor", given.actor());
				data.set("days", HallJson.mapper().valueToTree(given.days()));
				yield USUAL_GIVEN;
			}
		};
	}

	/**
	 * Reads what {@link #write(HallEvent)} wrote.
	 * @throws IllegalArgumentException if it is something else: the journal is damaged or
	 * newer than this program
	 */
	public static HallEvent read(String type, String data) {
		return read(type, HallJson.mapper().readTree(data));
	}

	static HallEvent read(String type, JsonNode data) {
		return switch (type) {
			case PLANNED ->
				new HallEvent.HallPlanned(HallJson.mapper().treeToValue(data.required("plan"), HallPlan.class),
						data.required("actor").stringValue());
			case DAY_ENDED -> new HallEvent.DayEnded(LocalDate.parse(data.required("date").stringValue()));
			case RULES_CHANGED ->
				new HallEvent.RulesChanged(HallJson.mapper().treeToValue(data.required("rules"), AlertPolicy.class),
						data.required("actor").stringValue());
			case ROSTER_CHANGED -> new HallEvent.RosterChanged(
					List.of(HallJson.mapper().treeToValue(data.required("shifts"), Shift[].class)),
					data.required("actor").stringValue());
			case USUAL_GIVEN ->
				new HallEvent.UsualDaysGiven(HallJson.mapper().treeToValue(data.required("days"), UsualDays.class),
						data.required("actor").stringValue());
			case String name when EmergencyJson.isType(name) ->
				new HallEvent.EmergencyMoved(EmergencyJson.read(name, data));
			case String name when AlertJson.TYPES.contains(name) ->
				new HallEvent.AlertMoved(AlertJson.read(name, data));
			default -> {
				Fields fields = new Fields(data, "data.");
				HallEvent.Fact fact = FactJson.read(type, fields);
				WireProblem problem = fields.problem();
				if (fact == null || problem != null) {
					throw new IllegalArgumentException("An event of type " + type + " cannot be read: "
							+ ((problem != null) ? problem.sentence() : "the type is unknown"));
				}
				yield fact;
			}
		};
	}

}
