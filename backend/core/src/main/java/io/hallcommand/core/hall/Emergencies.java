package io.hallcommand.core.hall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.alert.AlertBook;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Scope;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyVerdict;
import io.hallcommand.core.emergency.Places;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * A hall's emergencies and what they do to its floor: windows that stop, alerts that are
 * kept back because everybody has been told.
 */
final class Emergencies implements Places {

	private final EmergencyBook book = new EmergencyBook();

	private final Floor floor;

	Emergencies(Floor floor) {
		this.floor = floor;
	}

	EmergencyBook book() {
		return this.book;
	}

	EmergencyVerdict judge(EmergencyOrder order, String actor, EventKey key, long next) {
		return this.book.judge(order, actor, EmergencyId.of(key.source(), key.id()), next, this);
	}

	void apply(EmergencyEvent event, Instant at) {
		this.book.apply(event, at).forEach(this.floor.changes::emergency);
		boolean planned = event instanceof EmergencyEvent.Declared declared && declared.planned() != null;
		if (event instanceof EmergencyEvent.OfOne one && !planned) {
			this.floor.changes.emergency(one.emergency());
		}
		else {
			// Rare, and a patch could not say what is gone
			this.floor.changes.everything();
		}
		if (this.floor.planIfAny() != null) {
			settle(at);
		}
	}

	/** Stops what is to be stopped, by the plan of the moment. */
	void settle(Instant at) {
		this.floor.stop(this.book::stops, at);
		this.floor.touched.everything();
	}

	/**
	 * What is to be written so that alerts are kept back just where an emergency has
	 * stopped the service.
	 * @return at most what one emergency asks for
	 */
	List<AlertEvent> holds(AlertBook alerts, Instant at) {
		if (this.book.all().isEmpty() && alerts.holds().isEmpty()) {
			// Nearly always, and asked after each delivery
			return List.of();
		}
		Map<String, Hold> placed = new LinkedHashMap<>();
		for (Hold hold : alerts.holds()) {
			if (hold.id().startsWith("e-")) {
				placed.put(hold.id(), hold);
			}
		}
		for (Emergency emergency : this.book.all()) {
			if (emergency.stopsService()) {
				Hold hold = placed.remove(emergency.id().value());
				Scope scope = new Scope(emergency.scene().affected(), List.of(), List.of(), List.of());
				if (hold == null || !hold.scope().equals(scope)) {
					List<AlertEvent> events = new ArrayList<>();
					if (hold != null) {
						events.add(new AlertEvent.HoldLifted(hold.id(), EventKey.HALL));
					}
					events.add(new AlertEvent.HoldPlaced(
							new Hold(emergency.id().value(), Hold.Kind.SUPPRESSED, scope, List.of(),
									emergency.headline().zh() + " " + emergency.headline().en(), EventKey.HALL, at)));
					return events;
				}
			}
		}
		return placed.values()
			.stream()
			.limit(1)
			.<AlertEvent>map((hold) -> new AlertEvent.HoldLifted(hold.id(), EventKey.HALL))
			.toList();
	}

	@Override
	public @Nullable Label zone(HallZoneId id) {
		for (HallPlan.Zone zone : this.floor.plan().zones()) {
			if (zone.id().equals(id)) {
				return zone.name();
			}
		}
		return null;
	}

	@Override
	public boolean hasExit(String id) {
		return this.floor.plan().exits().stream().anyMatch((exit) -> exit.id().equals(id));
	}

}
