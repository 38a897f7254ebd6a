package io.hallcommand.wire;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;

import io.hallcommand.core.hall.Interval;
import io.hallcommand.core.hall.Quarters;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is usual in a hall, as people and screens read it: by weekday, each as the
 * {@code today.usual} of a view.
 */
public final class UsualJson {

	private static final int MOST_DAYS = 100_000;

	private static final double MOST_PEOPLE = 1_000_000;

	private static final double MOST_SECONDS = 7 * 86_400;

	private UsualJson() {
	}

	/**
	 * Days that were read, or what is wrong with them.
	 */
	public record Reading(UsualDays days, @Nullable WireProblem problem) {
	}

	public static Reading read(JsonNode body) {
		Map<DayOfWeek, UsualDay> days = new EnumMap<>(DayOfWeek.class);
		if (!body.isObject()) {
			return new Reading(UsualDays.NONE, new WireProblem(null, "is not a JSON object of weekdays"));
		}
		for (Map.Entry<String, JsonNode> entry : body.properties()) {
			DayOfWeek weekday = weekday(entry.getKey());
			if (weekday == null) {
				return new Reading(UsualDays.NONE,
						new WireProblem(null, "'" + entry.getKey() + "' is no weekday: it is one of MONDAY to SUNDAY"));
			}
			Fields fields = new Fields(entry.getValue(), weekday + ".");
			UsualDay day = day(fields);
			WireProblem problem = fields.problem();
			if (problem != null) {
				return new Reading(UsualDays.NONE, problem);
			}
			days.put(weekday, day);
		}
		return new Reading(new UsualDays(days), null);
	}

	public static ObjectNode write(UsualDays days) {
		return FrameJson.tree((json) -> days.byWeekday().forEach((weekday, day) -> write(json, weekday.name(), day)));
	}

	static void write(JsonGenerator json, String name, UsualDay day) {
		json.writeObjectPropertyStart(name);
		json.writeNumberProperty("days", day.days());
		number(json, "issued", day.issued(), 10);
		number(json, "served", day.served(), 10);
		number(json, "averageWaitSeconds", day.averageWaitSeconds(), 10);
		number(json, "p90WaitSeconds", day.p90WaitSeconds(), 10);
		number(json, "onTimeRate", day.onTimeRate(), 1000);
		json.writeObjectPropertyStart("intervals");
		day.intervals().forEach((time, issued, served, waiting) -> {
			json.writeObjectPropertyStart(time.toString());
			number(json, "issued", issued, 10);
			number(json, "served", served, 10);
			number(json, "waiting", waiting, 10);
			json.writeEndObject();
		});
		json.writeEndObject();
		json.writeEndObject();
	}

	private static void number(JsonGenerator json, String name, @Nullable Double value, int precision) {
		if (value == null) {
			return;
		}
		double rounded = Math.round(value * precision) / (double) precision;
		if (rounded == Math.rint(rounded)) {
			json.writeNumberProperty(name, (long) rounded);
		}
		else {
			json.writeNumberProperty(name, rounded);
		}
	}

	private static UsualDay day(Fields fields) {
		int days = fields.number("days", 1, MOST_DAYS, null);
		double issued = fields.amount("issued", MOST_PEOPLE);
		double served = fields.amount("served", MOST_PEOPLE);
		return new UsualDay(days, issued, served, fields.optionalAmount("averageWaitSeconds", MOST_SECONDS),
				fields.optionalAmount("p90WaitSeconds", MOST_SECONDS), fields.optionalAmount("onTimeRate", 1),
				quarters(fields));
	}

	private static Quarters quarters(Fields day) {
		JsonNode intervals = day.get("intervals");
		if (intervals == null || !intervals.isObject()) {
			day.fail("intervals", (intervals == null) ? "is missing" : "is not a JSON object");
			return Quarters.NONE;
		}
		Quarters.Writer writer = new Quarters.Writer();
		for (Map.Entry<String, JsonNode> entry : intervals.properties()) {
			LocalTime time = time(entry.getKey());
			if (time == null) {
				day.fail("intervals", "has '" + entry.getKey() + "', where a quarter begins at a time such as 09:15");
				return Quarters.NONE;
			}
			Fields figures = new Fields(entry.getValue(), "intervals." + time + ".");
			double issued = figures.amount("issued", MOST_PEOPLE);
			double served = figures.amount("served", MOST_PEOPLE);
			double waiting = figures.amount("waiting", MOST_PEOPLE);
			WireProblem problem = figures.problem();
			if (problem != null) {
				day.fail((problem.field() != null) ? problem.field() : "", problem.reason());
				return Quarters.NONE;
			}
			writer.put(time, issued, served, waiting);
		}
		return writer.done();
	}

	private static @Nullable LocalTime time(String text) {
		try {
			LocalTime time = LocalTime.parse(text);
			return (text.length() == 5 && time.getMinute() % Interval.MINUTES == 0) ? time : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable DayOfWeek weekday(String name) {
		for (DayOfWeek each : DayOfWeek.values()) {
			if (each.name().equals(name)) {
				return each;
			}
		}
		return null;
	}

}
