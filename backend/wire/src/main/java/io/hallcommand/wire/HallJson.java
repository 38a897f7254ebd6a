package io.hallcommand.wire;

import java.time.DayOfWeek;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertState;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Quarters;
import io.hallcommand.core.hall.UsualDay;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one configured JSON mapper: ids as plain strings, times as text, and limits against
 * hostile input.
 */
public final class HallJson {

	/** How deep JSON may be nested. */
	public static final int MAX_NESTING = 16;

	/** How long a string may be at all, in characters; fields have shorter limits. */
	public static final int MAX_STRING = 20_000;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(MAX_NESTING)
				.maxStringLength(MAX_STRING)
				.maxNumberLength(40)
				.maxNameLength(200)
				.build())
			.build())
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		// A record is its components; what it can be asked beside is no part of it
		.changeDefaultVisibility((visible) -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		// An older journal does not have what was added since
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
		.addMixIn(AlertId.class, AlertIdMixIn.class)
		.addMixIn(AlertState.class, KindMixIn.class)
		.addMixIn(Subject.class, KindMixIn.class)
		.addMixIn(EmergencyState.class, KindMixIn.class)
		.addMixIn(EmergencyEvent.class, KindMixIn.class)
		.addMixIn(EmergencyOrder.class, KindMixIn.class)
		.addMixIn(EmergencyAction.class, KindMixIn.class)
		.addMixIn(Quarters.class, QuartersMixIn.class)
		.addMixIn(UsualDays.class, UsualDaysMixIn.class)
		.addMixIn(EmergencyId.class, TextMixIn.class)
		.addMixIn(HallId.class, TextMixIn.class)
		.addMixIn(HallZoneId.class, TextMixIn.class)
		.addMixIn(QueueId.class, TextMixIn.class)
		.addMixIn(TicketId.class, TextMixIn.class)
		.addMixIn(WindowId.class, TextMixIn.class)
		.build();

	private HallJson() {
	}

	public static JsonMapper mapper() {
		return MAPPER;
	}

	/** A type of a closed family says which it is. */
	@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
	interface KindMixIn {

	}

	/** As {@link AlertId#toString} writes it. */
	abstract static class AlertIdMixIn {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static AlertId parse(String text) {
			throw new UnsupportedOperationException(text);
		}

		@Override
		@JsonValue
		public abstract String toString();

	}

	/** An array of numbers. */
	abstract static class QuartersMixIn {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		static Quarters of(int[] content) {
			throw new UnsupportedOperationException();
		}

		@JsonValue
		abstract int[] content();

	}

	/** An object of weekdays. */
	abstract static class UsualDaysMixIn {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		UsualDaysMixIn(Map<DayOfWeek, UsualDay> byWeekday) {
		}

		@JsonValue
		abstract Map<DayOfWeek, UsualDay> byWeekday();

	}

	/** An id is its text. */
	abstract static class TextMixIn {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		TextMixIn(String value) {
		}

		@JsonValue
		abstract String value();

	}

}
