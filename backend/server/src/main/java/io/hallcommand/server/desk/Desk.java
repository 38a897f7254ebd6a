package io.hallcommand.server.desk;

import java.util.UUID;

import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Refusal;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
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

	Desk(Halls halls, Retries retries) {
		this.halls = halls;
		this.retries = retries;
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
					.flatMap((answer) -> asFirst(hall, order, EventKey.ofOrder(actor, id), answer));
		return done.doOnNext((answer) -> {
			Refusal refusal = answer.refusal();
			if (refusal != null) {
				throw problem(refusal, answer.events().isEmpty());
			}
		});
	}

	private Mono<DeskAnswer> asFirst(HallId hall, Order order, EventKey key, DeskAnswer answer) {
		boolean done = answer.refusal() == null && !answer.events().isEmpty();
		return done ? Mono.just(answer) : this.retries.asFirst(hall, key, answer,
				(entries, view) -> FirstAnswer.of(order, key, answer, entries, view));
	}

	private static ProblemException problem(Refusal refusal, boolean lost) {
		String detail = Refused.detail(refusal.detail(), !lost);
		Problem problem = switch (refusal.reason()) {
			case UNKNOWN_ALERT, UNKNOWN_HOLD -> Problems.notFound(detail);
			case NOT_OPEN, ALREADY_ACKNOWLEDGED, ALREADY_SHELVED, NOT_SHELVED, CRITICAL_IS_NOT_SHELVED, SHELF_TIME,
					STILL_ACTIVE, HELD, TOO_MANY ->
				Problems.conflict(detail);
		};
		return Refused.because(problem, refusal.reason(), refusal.by(), refusal.at());
	}

}
