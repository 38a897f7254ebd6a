package io.hallcommand.server.desk;

import java.time.Duration;
import java.util.UUID;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.live.AlertListener;
import io.hallcommand.server.live.Halls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * An alert that nobody acknowledges becomes an alert of the hall above, and ends there
 * when somebody has taken care of it. What is asked twice is done once: the hall above
 * knows what it was asked.
 */
@Component
class Escalations implements AlertListener {

	private static final Logger log = LoggerFactory.getLogger(Escalations.class);

	private static final Retry PATIENCE = Retry.backoff(8, Duration.ofMillis(500)).maxBackoff(Duration.ofSeconds(30));

	private final Halls halls;

	private final Directory directory;

	Escalations(@Lazy Halls halls, Directory directory) {
		this.halls = halls;
		this.directory = directory;
	}

	@Override
	public void moved(HallId hall, Alert alert) {
		HallId above = this.directory.plan(hall).map(HallPlan::parent).orElse(null);
		if (above == null || isDrill(alert)) {
			return;
		}
		Subject.Below below = new Subject.Below(hall.value(), alert.id());
		Order order = alert.isUnacknowledged()
				? new Order.Ask(below, alert.severity(), alert.reach().title(), alert.reach().since())
				: new Order.Withdraw(below);
		Mono.defer(() -> this.halls.order(above, order, EventKey.HALL, UUID.randomUUID().toString()))
			.retryWhen(PATIENCE)
			.subscribe((done) -> {
			}, (failure) -> log.warn("Hall {} could not be told of alert {} of {}", above, alert.id(), hall, failure));
	}

	/** Nobody above is to be called for it, and it counts in none of their figures. */
	private static boolean isDrill(Alert alert) {
		return alert.cause().subject() instanceof Subject.Task task && task.drill();
	}

}
