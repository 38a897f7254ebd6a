package io.hallcommand.server.emergency;

import java.time.Duration;

import io.hallcommand.core.alert.AlertAction;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.live.Halls;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Acknowledges the alert from which an emergency was declared. That it cannot be is no
 * failure of the declaration.
 */
@Component
class SourceAlert {

	private static final Logger log = LoggerFactory.getLogger(SourceAlert.class);

	/** The declaration is not to wait for it. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final Halls halls;

	SourceAlert(Halls halls) {
		this.halls = halls;
	}

	/** Completes in any case. The same declaration acknowledges it once. */
	Mono<Void> acknowledge(HallId hall, @Nullable AlertId alert, EmergencyDesk.Done done, String actor) {
		Emergency emergency = done.answer().emergency();
		if (alert == null || emergency == null || !done.recorded()) {
			return Mono.empty();
		}
		String note = emergency.headline().zh() + " / " + emergency.headline().en() + " (" + emergency.id() + ")";
		Order order = new Order.OnAlert(alert, new AlertAction.Acknowledge(note));
		return this.halls.order(hall, order, actor, "declared-" + emergency.id() + "-" + alert)
			.timeout(PATIENCE)
			.doOnError((failure) -> log.info("Alert {} of {} was not acknowledged with its emergency", alert, hall,
					failure))
			.onErrorComplete()
			.then();
	}

}
