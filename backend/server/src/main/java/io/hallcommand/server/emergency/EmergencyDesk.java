package io.hallcommand.server.emergency;

import java.util.List;
import java.util.UUID;

import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRefusal;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.desk.DeskBody;
import io.hallcommand.server.desk.Refused;
import io.hallcommand.server.desk.Retries;
import io.hallcommand.server.lifeline.Lifeline;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.EmergencyOrderJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Hands orders about emergencies to the halls, and turns a refusal into a problem that
 * says why.
 */
@Service
class EmergencyDesk {

	private final Halls halls;

	private final Lifeline lifeline;

	private final Retries retries;

	EmergencyDesk(Halls halls, Lifeline lifeline, Retries retries) {
		this.halls = halls;
		this.lifeline = lifeline;
		this.retries = retries;
	}

	/**
	 * What came of an order.
	 *
	 * @param version the hall's version by which it was done
	 * @param recorded whether it is in the journal; what is not is done all the same
	 */
	record Done(EmergencyAnswer answer, long version, boolean recorded) {
	}

	/** Completes with what was done. */
	Mono<Done> order(HallId hall, EmergencyOrderJson.Reading reading, String actor) {
		WireProblem problem = reading.problem();
		EmergencyOrder order = reading.order();
		if (order == null) {
			return Mono.error(DeskBody.unusable((problem != null) ? problem : new WireProblem(null, "is empty")));
		}
		return order(hall, order, reading.id(), actor);
	}

	/**
	 * Does what is wanted.
	 * @param id the sender's own for it, by which it can be sent again
	 */
	Mono<Done> order(HallId hall, EmergencyOrder order, @Nullable String id, String actor) {
		EventKey key = EventKey.ofOrder(actor, (id != null) ? id : UUID.randomUUID().toString());
		return ask(hall, order, actor, key)
			.flatMap((done) -> (id != null && done.recorded()) ? asFirst(hall, order, key, done) : Mono.just(done))
			.doOnNext((done) -> {
				EmergencyRefusal refusal = done.answer().refusal();
				if (refusal != null) {
					throw problem(order, refusal, !done.answer().events().isEmpty());
				}
			});
	}

	/** That something burns, and that it is over, does not wait for the database. */
	private Mono<Done> ask(HallId hall, EmergencyOrder order, String actor, EventKey key) {
		boolean urgent = order instanceof EmergencyOrder.Declare
				|| order instanceof EmergencyOrder.OnEmergency on && on.action() instanceof EmergencyAction.End;
		if (urgent) {
			return this.lifeline.order(hall, order, actor, key.id())
				.map((told) -> new Done(told.answer(), version(told.answer(), key), told.recorded()));
		}
		return this.halls.emergency(hall, order, actor, key.id())
			.map((answer) -> new Done(answer, version(answer, key), true));
	}

	/**
	 * What else happened with it, such as alerts that are kept back now, is not its own.
	 */
	private static long version(EmergencyAnswer answer, EventKey key) {
		return answer.entries()
			.stream()
			.filter((entry) -> entry.key().isOf(key))
			.mapToLong(JournalEntry::version)
			.max()
			.orElse(answer.version());
	}

	private Mono<Done> asFirst(HallId hall, EmergencyOrder order, EventKey key, Done done) {
		if (done.answer().refusal() == null && !done.answer().events().isEmpty()) {
			return Mono.just(done);
		}
		return this.retries
			.asFirst(hall, key, done.answer(),
					(entries, view) -> new FirstAnswer(order, key, view).of(done.answer(), entries))
			.map((answer) -> new Done(answer, answer.version(), true));
	}

	private static ProblemException problem(EmergencyOrder order, EmergencyRefusal refusal, boolean noteKept) {
		String detail = Refused.detail(refusal.detail(), noteKept);
		Problem problem = switch (refusal.reason()) {
			case UNKNOWN_EMERGENCY, UNKNOWN_STEP, UNKNOWN_FINDING, UNKNOWN_DRILL -> Problems.notFound(detail);
			case UNKNOWN_ZONE -> unusable(isMuster(order) ? "zone" : "zones", refusal, detail);
			case UNKNOWN_EXIT -> unusable("closedExits", refusal, detail);
			case NOT_ACTIVE, ALREADY_DONE, STEP_WAITS, NOT_DONE, SAME_OFFICER, NOT_PROPOSED, NOT_ENDED,
					FINAL_REPORT_MISSING, SAME_EMERGENCY, OTHER_DRILL, TOO_MANY ->
				Problems.conflict(detail);
		};
		return Refused.because(problem, refusal.reason(), refusal.by(), refusal.at());
	}

	private static Problem unusable(String field, EmergencyRefusal refusal, String detail) {
		return Problems.unusable(detail, List.of(new Problems.FieldError(field, refusal.detail())));
	}

	private static boolean isMuster(EmergencyOrder order) {
		return order instanceof EmergencyOrder.OnEmergency on && on.action() instanceof EmergencyAction.MusterZone;
	}

}
