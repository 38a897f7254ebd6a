package io.hallcommand.sim.crowd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hallcommand.core.queue.QueueId;

/**
 * Everybody who waits, by queue.
 */
final class WaitingRoom {

	private static final Comparator<Visitor> NEXT = Comparator
		.<Visitor, Boolean>comparing((visitor) -> !visitor.priority)
		.thenComparing((visitor) -> visitor.since)
		.thenComparing((visitor) -> visitor.ticket);

	private final Map<QueueId, List<Visitor>> queues = new LinkedHashMap<>();

	void join(Visitor visitor) {
		this.queues.computeIfAbsent(visitor.queue, (queue) -> new ArrayList<>()).add(visitor);
	}

	boolean leave(Visitor visitor) {
		return this.queues.getOrDefault(visitor.queue, List.of()).remove(visitor);
	}

	int waiting(QueueId queue) {
		return this.queues.getOrDefault(queue, List.of()).size();
	}

	int waiting(Collection<QueueId> queues) {
		return queues.stream().mapToInt(this::waiting).sum();
	}

	/** Who goes first, then who waited longest. */
	Optional<Visitor> callNext(Collection<QueueId> queues) {
		Optional<Visitor> next = queues.stream()
			.flatMap((queue) -> this.queues.getOrDefault(queue, List.of()).stream())
			.min(NEXT);
		next.ifPresent(this::leave);
		return next;
	}

}
