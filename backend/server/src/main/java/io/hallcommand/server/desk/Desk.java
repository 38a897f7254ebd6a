package io.hallcommand.server.desk;

import java.util.UUID;

import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Refusal;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.OrderJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Hands orders to the halls, and turns a refusal into a problem that says why.
 */
@Service
class Desk {

	private final Halls halls;

	private final Retries retries;

	Desk(Halls halls, Journal journal) {
		this.halls = halls;
		this.retries = new Retries(halls, journal);
	}

	/** Completes with what was done, after the commit. */
	Mono<DeskAnswer> order(HallId hall, OrderJson.Reading reading, String actor) {
		WireProblem problem = reading.problem();
		Order order = reading.order();
		if (order == null) {
			return Mono.error(DeskBody.unusable((problem != null) ? problem : new WireProblem(null, "is empty")));
		}
		return order(hall, order, reading.id(), actor);
	}

	/**
	 * Does what is wanted.
	 * @param id the sender's own for it, by which it can be sent again
	 */
	Mono<DeskAnswer> order(HallId hall, Order order, @Nullable String id, String actor) {
		Mono<DeskAnswer> done = (id == null) ? this.halls.order(hall, order, actor, UUID.randomUUID().toString())
				: this.halls.order(hall, order, actor, id)
					.flatMap((answer) -> this.retries.asFirst(hall, order, EventKey.ofOrder(actor, id), answer));
		return done.doOnNext((answer) -> {
			Refusal refusal = answer.refusal();
			if (refusal != null) {
				throw problem(refusal, answer.events().isEmpty());
			}
		});
	}

	private static ProblemException problem(Refusal refusal, boolean lost) {
		String detail = refusal.detail() + (lost ? "" : " Your note was kept.");
		Problem problem = switch (refusal.reason()) {
			case UNKNOWN_ALERT, UNKNOWN_HOLD -> Problems.notFound(detail);
			case NOT_OPEN, ALREADY_ACKNOWLEDGED, ALREADY_SHELVED, NOT_SHELVED, CRITICAL_IS_NOT_SHELVED, SHELF_TIME,
					STILL_ACTIVE, HELD, TOO_MANY ->
				Problems.conflict(detail);
		};
		problem = problem.with("reason", refusal.reason().name());
		if (refusal.by() != null && refusal.at() != null) {
			problem = problem.with("by", refusal.by()).with("at", refusal.at().toString());
		}
		return problem.exception();
	}

}
