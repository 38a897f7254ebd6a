package io.hallcommand.server.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.hallcommand.core.hall.Glance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws what screens of many halls show of those that changed. A change only marks its
 * hall; about once a second a round draws the marked ones, so that a busy hall costs no
 * more than a quiet one. A round of very many halls is drawn in turns, so that what it
 * costs has a bound: then each is drawn less often, in the order of their changes. On the
 * lane's thread.
 */
final class Glances {

	private static final Logger log = LoggerFactory.getLogger(Glances.class);

	private static final Duration EVERY = Duration.ofSeconds(1);

	/** Halls of one turn: some hundred microseconds. */
	private static final int TURN = 100;

	private static final Duration BETWEEN_TURNS = Duration.ofMillis(200);

	private final LaneLoop loop;

	private final GlanceListener listener;

	private final Set<LiveHall> changed = new LinkedHashSet<>();

	private boolean coming;

	Glances(LaneLoop loop, GlanceListener listener) {
		this.loop = loop;
		this.listener = listener;
	}

	/**
	 * The hall's committed state has changed.
	 * @param urgent whether it is to be seen at once
	 */
	void changed(LiveHall hall, boolean urgent) {
		if (urgent) {
			this.changed.remove(hall);
			tell(List.of(hall));
			return;
		}
		this.changed.add(hall);
		if (!this.coming) {
			roundIn(EVERY);
		}
	}

	private void roundIn(Duration time) {
		this.coming = true;
		this.loop.later(this::round, time.toMillis(), TimeUnit.MILLISECONDS);
	}

	private void round() {
		this.coming = false;
		List<LiveHall> turn = new ArrayList<>(Math.min(TURN, this.changed.size()));
		for (Iterator<LiveHall> each = this.changed.iterator(); each.hasNext() && turn.size() < TURN;) {
			turn.add(each.next());
			each.remove();
		}
		if (!this.changed.isEmpty()) {
			roundIn(BETWEEN_TURNS);
		}
		tell(turn);
	}

	private void tell(List<LiveHall> halls) {
		List<Glance> glances = new ArrayList<>(halls.size());
		for (LiveHall hall : halls) {
			if (hall.exists()) {
				try {
					glances.add(hall.glance());
				}
				catch (RuntimeException ex) {
					log.error("Hall {} could not be drawn from afar", hall.id(), ex);
				}
			}
		}
		if (!glances.isEmpty()) {
			this.listener.glanced(glances);
		}
	}

}
