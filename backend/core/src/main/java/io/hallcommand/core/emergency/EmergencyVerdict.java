package io.hallcommand.core.emergency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param events what is to be written, also of a refused order: its note is not lost
 * @param refusal {@code null} if it was done
 * @param emergency which emergency it is about
 */
public record EmergencyVerdict(List<EmergencyEvent> events, @Nullable EmergencyRefusal refusal,
		@Nullable EmergencyId emergency) {

	public EmergencyVerdict {
		events = List.copyOf(events);
	}

	static EmergencyVerdict of(EmergencyEvent.OfOne event) {
		return new EmergencyVerdict(List.of(event), null, event.emergency());
	}

	static EmergencyVerdict of(EmergencyEvent event) {
		return new EmergencyVerdict(List.of(event), null, null);
	}

	static EmergencyVerdict refused(EmergencyRefusal.Reason reason, String detail) {
		return new EmergencyVerdict(List.of(), EmergencyRefusal.of(reason, detail), null);
	}

}
