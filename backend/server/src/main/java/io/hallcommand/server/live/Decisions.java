package io.hallcommand.server.live;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.UsualDays;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a hall from a desk.
 */
final class Decisions {

	private Decisions() {
	}

	/**
	 * What a decision does to a hall.
	 */
	private interface Deed {

		DeskAnswer decide(Hall hall, EventKey key, Instant now);

	}

	static Command.Decision<DeskAnswer> order(Order order, String actor) {
		return of((hall, key, now) -> hall.order(order, actor, key, now));
	}

	static Command.Decision<DeskAnswer> rules(AlertPolicy rules, String actor) {
		return of((hall, key, now) -> DeskAnswer.of(hall.rules(rules, actor, key, now), hall.version()));
	}

	static Command.Decision<DeskAnswer> roster(List<Shift> shifts, String actor) {
		return of((hall, key, now) -> DeskAnswer.of(hall.roster(shifts, actor, key, now), hall.version()));
	}

	static Command.Decision<DeskAnswer> usual(UsualDays days, String actor) {
		return of((hall, key, now) -> DeskAnswer.of(hall.usual(days, actor, key, now), hall.version()));
	}

	static Command.Decision<EmergencyAnswer> emergency(EmergencyOrder order, String actor, @Nullable Instant said) {
		return new Command.Decision<>() {

			@Override
			public EmergencyAnswer decide(Hall hall, EventKey key, Instant now) {
				return hall.emergency(order, actor, key, (said != null) ? said : now, now);
			}

			@Override
			public EmergencyAnswer nothing(Hall hall) {
				return EmergencyAnswer.nothing(hall.version());
			}

		};
	}

	private static Command.Decision<DeskAnswer> of(Deed deed) {
		return new Command.Decision<>() {

			@Override
			public DeskAnswer decide(Hall hall, EventKey key, Instant now) {
				return deed.decide(hall, key, now);
			}

			@Override
			public DeskAnswer nothing(Hall hall) {
				return DeskAnswer.nothing(hall.version());
			}

		};
	}

}
