package io.hallcommand.server.cluster;

import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import reactor.core.publisher.Flux;

/**
 * Carries committed entries to the other nodes. It is quick but promises nothing:
 * messages may be lost, doubled or late. Whoever receives them checks versions and reads
 * gaps from the journal.
 */
public interface Relay {

	/**
	 * Tells the other nodes. Never blocks and never fails: what cannot be sent is
	 * dropped.
	 */
	void send(HallId hall, List<JournalEntry> committed);

	/**
	 * Wants to hear of this hall from now on.
	 */
	void listen(HallId hall);

	/**
	 * No longer wants to hear of this hall.
	 */
	void forget(HallId hall);

	/**
	 * What other nodes told, for one subscriber; not this node's own messages. Bounded:
	 * when the subscriber is slow, messages are dropped.
	 */
	Flux<Told> told();

	/**
	 * Whether messages are flowing at the moment. While they are not, read the journal
	 * often.
	 */
	boolean connected();

	/**
	 * Entries of one hall in their order, without a gap among them.
	 */
	record Told(HallId hall, List<JournalEntry> entries) {
	}

}
