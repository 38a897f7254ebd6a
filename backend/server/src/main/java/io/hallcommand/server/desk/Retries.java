package io.hallcommand.server.desk;

import java.util.List;
import java.util.function.BiFunction;

import io.hallcommand.core.hall.Answer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Answers an order that was sent again as it was answered the first time: what it did
 * then stands in the journal.
 */
@Component
public class Retries {

	private final Halls halls;

	private final Journal journal;

	Retries(Halls halls, Journal journal) {
		this.halls = halls;
		this.journal = journal;
	}

	/**
	 * The answer of the first time, if there was one.
	 * @param answer what came of the order now, which is nothing new
	 * @param first works the first answer out from what was written then
	 */
	public <A extends Answer> Mono<A> asFirst(HallId hall, EventKey key, A answer,
			BiFunction<List<JournalEntry>, HallView, A> first) {
		return this.journal.order(hall, key)
			.collectList()
			.filter((entries) -> !entries.isEmpty())
			.zipWith(this.halls.view(hall))
			.map((found) -> first.apply(found.getT1(), found.getT2()))
			.defaultIfEmpty(answer);
	}

	/** An id stands for one order only. */
	public static ProblemException idUsed(EventKey key) {
		return Problems
			.conflict("An order with the id '" + key.id() + "' was refused before, or was another one: send a new id.")
			.with("reason", "ID_USED")
			.exception();
	}

}
