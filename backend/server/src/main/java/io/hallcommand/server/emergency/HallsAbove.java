package io.hallcommand.server.emergency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyState;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.live.EmergencyListener;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.live.NoSuchHallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Tells all halls above of a hall's emergencies, however long that takes. Of each
 * emergency only the newest state waits to be told, so nothing piles up; what is told
 * twice changes nothing.
 */
@Component
class HallsAbove implements EmergencyListener {

	private static final Logger log = LoggerFactory.getLogger(HallsAbove.class);

	private static final Retry UNTIL_IT_IS_KNOWN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(500))
		.maxBackoff(Duration.ofSeconds(30))
		.filter((failure) -> !(failure instanceof NoSuchHallException));

	private final Halls halls;

	private final Directory directory;

	/** What is being told, and what there is to tell by now. */
	private final Map<Letter, Below> newest = new ConcurrentHashMap<>();

	HallsAbove(@Lazy Halls halls, Directory directory) {
		this.halls = halls;
		this.directory = directory;
	}

	/**
	 * To whom, and about which emergency.
	 */
	private record Letter(HallId to, String about) {
	}

	@Override
	public void moved(HallId hall, Emergency emergency) {
		HallPlan plan = this.directory.plan(hall).orElse(null);
		if (plan == null) {
			return;
		}
		Below below = new Below(hall.value(), plan.name(), emergency.id(), emergency.declaration().kind(),
				emergency.drill(), emergency.headline(), emergency.scene().severity(), emergency.scene().instruction(),
				emergency.state() instanceof EmergencyState.Ending, !emergency.runs(), emergency.declaration().at(),
				emergency.timeline().length());
		for (HallId above : above(plan)) {
			Letter letter = new Letter(above, below.key());
			if (this.newest.put(letter, below) == null) {
				tell(letter);
			}
		}
	}

	/** The nearest first. */
	private List<HallId> above(HallPlan plan) {
		Set<HallId> seen = new LinkedHashSet<>();
		seen.add(plan.hall());
		HallId above = plan.parent();
		List<HallId> known = new ArrayList<>();
		while (above != null && seen.add(above)) {
			HallPlan next = this.directory.plan(above).orElse(null);
			if (next != null) {
				known.add(above);
			}
			above = (next != null) ? next.parent() : null;
		}
		return known;
	}

	private void tell(Letter letter) {
		Mono.defer(() -> send(letter)).retryWhen(UNTIL_IT_IS_KNOWN).subscribe((told) -> {
			if (!this.newest.remove(letter, told)) {
				// It has changed meanwhile
				tell(letter);
			}
		}, (failure) -> {
			this.newest.remove(letter);
			log.debug("Hall {} is gone and was not told of emergency {}", letter.to(), letter.about(), failure);
		});
	}

	/** Each time as it is by then. */
	private Mono<Below> send(Letter letter) {
		Below below = this.newest.get(letter);
		return (below == null) ? Mono.empty()
				: this.halls
					.emergency(letter.to(), new EmergencyOrder.Tell(below), EventKey.HALL, UUID.randomUUID().toString())
					.doOnNext((answer) -> warn(letter, answer))
					.thenReturn(below);
	}

	private static void warn(Letter letter, EmergencyAnswer answer) {
		if (answer.refusal() != null) {
			log.warn("Hall {} does not take emergency {}: {}", letter.to(), letter.about(), answer.refusal().detail());
		}
	}

}
