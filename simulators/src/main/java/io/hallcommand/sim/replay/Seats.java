package io.hallcommand.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Gives every served visitor a window. A server has one window; where the log has the
 * server serving two visitors at once, the later one sits at a second window, so that
 * nobody pushes anybody out.
 */
final class Seats {

	/** A window without a visitor for so long was closed meanwhile. Team default. */
	private static final Duration CLOSED_AFTER = Duration.ofHours(2);

	private final Map<LogVisit, String> windowOf = new LinkedHashMap<>();

	private final TreeMap<String, SequencedSet<String>> queuesOf = new TreeMap<>();

	private final List<Session> sessions = new ArrayList<>();

	/**
	 * A time during which a window was open.
	 */
	record Session(String window, Instant opened, Instant closed) {
	}

	static Seats of(List<LogVisit> visits, Consumer<Oddity> oddities) {
		Seats seats = new Seats();
		SequencedMap<String, List<Seat>> servers = new TreeMap<>();
		visits.stream()
			.filter((visit) -> visit.server() != null)
			.sorted(Comparator.comparing(Seats::started)
				.thenComparing(LogVisit::ended)
				.thenComparingLong(LogVisit::line))
			.forEach((visit) -> {
				String server = String.valueOf(visit.server());
				seats.seat(visit, server, servers.computeIfAbsent(server, (name) -> new ArrayList<>()), oddities);
			});
		servers.values().forEach((each) -> each.forEach(Seat::close));
		return seats;
	}

	private void seat(LogVisit visit, String server, List<Seat> seats, Consumer<Oddity> oddities) {
		seats.stream()
			.filter((seat) -> !seat.isFree(started(visit)))
			.findFirst()
			.ifPresent((busy) -> odd(visit, busy, oddities));
		Seat seat = seats.stream().filter((each) -> each.isFree(started(visit))).findFirst().orElseGet(() -> {
			Seat next = new Seat(seats.isEmpty() ? server : server + "-" + (seats.size() + 1));
			seats.add(next);
			return next;
		});
		seat.take(visit);
	}

	private static void odd(LogVisit visit, Seat busy, Consumer<Oddity> oddities) {
		LogVisit other = busy.last;
		if (other != null) {
			oddities.accept(new Oddity(visit.line(), Oddity.Kind.SERVER_AT_TWO_PLACES,
					visit.server() + " still served line " + other.line() + " for "
							+ Duration.between(started(visit), other.ended()).toSeconds() + " s"));
		}
	}

	@Nullable String windowOf(LogVisit visit) {
		return this.windowOf.get(visit);
	}

	/** The windows in their order, with the queues that each served. */
	SequencedMap<String, SequencedSet<String>> windows() {
		return this.queuesOf;
	}

	List<Session> sessions() {
		return this.sessions;
	}

	private static Instant started(LogVisit visit) {
		Instant started = visit.started();
		return (started != null) ? started : visit.ended();
	}

	private final class Seat {

		private final String window;

		private @Nullable LogVisit last;

		private @Nullable Instant opened;

		Seat(String window) {
			this.window = window;
		}

		boolean isFree(Instant time) {
			LogVisit visit = this.last;
			return visit == null || visit.ended().isBefore(time) || (visit.ended().equals(time) && !visit.momentary());
		}

		void take(LogVisit visit) {
			if (this.last != null && Duration.between(this.last.ended(), started(visit)).compareTo(CLOSED_AFTER) > 0) {
				close();
			}
			if (this.opened == null) {
				this.opened = started(visit);
			}
			this.last = visit;
			Seats.this.windowOf.put(visit, this.window);
			Seats.this.queuesOf.computeIfAbsent(this.window, (name) -> new LinkedHashSet<>()).add(visit.queue());
		}

		void close() {
			if (this.opened != null && this.last != null) {
				Seats.this.sessions.add(new Session(this.window, this.opened, this.last.ended()));
				this.opened = null;
			}
		}

	}

}
