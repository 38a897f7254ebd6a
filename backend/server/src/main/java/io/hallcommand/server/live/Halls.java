package io.hallcommand.server.live;

import java.util.List;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDays;
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
	 * Does what somebody at the desk wants, or says why not. What an order of the same id
	 * did is not done again: the answer then tells of no event.
	 * @param id the officer's own for this order, so that it can be sent again
	 */
	Mono<DeskAnswer> order(HallId hall, Order order, String actor, String id);

	/**
	 * Does what somebody wants of a hall's emergencies, or says why not. What an order of
	 * the same id did is not done again: the answer then tells of no event.
	 * @param id the officer's own for this order, so that it can be sent again
	 */
	Mono<EmergencyAnswer> emergency(HallId hall, EmergencyOrder order, String actor, String id);

	/**
	 * Writes something urgent into the hall's journal. What is there already is not
	 * written again.
	 */
	Mono<EmergencyAnswer> record(HallId hall, Urgent urgent);

	/**
	 * Shows something urgent on this node's screens before it is recorded.
	 * @return what it will do as far as this node knows; empty if nobody here knows the
	 * hall
	 */
	Mono<EmergencyAnswer> show(HallId hall, Urgent urgent);

	/**
	 * It is recorded, or will never be: what was shown before is shown no longer.
	 */
	void recorded(HallId hall, Urgent urgent);

	/**
	 * The plans by which a hall works its emergencies.
	 */
	Mono<ContingencyPlans> contingencyPlans(HallId hall);

	/**
	 * Gives a hall's alerts other rules, which have passed
	 * {@link io.hallcommand.core.alert.RulesCheck}.
	 * @return the hall's version after it
	 */
	Mono<Long> rules(HallId hall, AlertPolicy rules, String actor);

	/**
	 * Says who is on duty in a hall.
	 * @return the hall's version after it
	 */
	Mono<Long> roster(HallId hall, List<Shift> shifts, String actor);

	/**
	 * Says what is usual in a hall.
	 * @return the hall's version after it
	 */
	Mono<Long> usual(HallId hall, UsualDays days, String actor);

	/**
	 * What is usual in a hall.
	 */
	Mono<UsualDays> usual(HallId hall);

	/**
	 * The rules that a hall lives by.
	 */
	Mono<AlertPolicy> rules(HallId hall);

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
