package io.hallcommand.server.live;

import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Report;
import reactor.core.publisher.Mono;

/**
 * The live halls of this node. What is answered is committed.
 */
public interface Halls {

	/**
	 * Hands reports to a hall, in their order.
	 * @return what became of them, after the commit. Signals
	 * {@link io.hallcommand.server.journal.JournalUnavailableException} or
	 * {@link HallBusyException}; the reports may then be sent again.
	 */
	Mono<Receipt> report(HallId hall, List<Report> reports);

	/**
	 * Gives a hall its first plan or another one.
	 * @param actor who does it
	 * @return the hall's version after it
	 */
	Mono<Long> plan(HallPlan plan, String actor);

	/**
	 * The hall's view at its newest committed version.
	 */
	Mono<HallView> view(HallId hall);

	/**
	 * Brings a hall to life if it is not, so that its {@link Screens} get frames.
	 * @return the hall's version
	 */
	Mono<Long> enliven(HallId hall);

	/**
	 * What became of a hall's reports.
	 *
	 * @param version the hall's version after them
	 */
	record Receipt(int accepted, int duplicates, long version) {
	}

}
