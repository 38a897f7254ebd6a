package io.hallcommand.server.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyVerdict;
import io.hallcommand.core.emergency.Places;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * What officers do about emergencies of a hall, one a second, and the journal of it.
 */
public final class EmergencyStory {

	private final HallPlan hall;

	private final EmergencyBook book = new EmergencyBook();

	private final List<JournalEntry> entries = new ArrayList<>();

	private final Places places = new Places() {

		@Override
		public @Nullable Label zone(HallZoneId id) {
			return EmergencyStory.this.hall.zones()
				.stream()
				.filter((zone) -> zone.id().equals(id))
				.map(HallPlan.Zone::name)
				.findFirst()
				.orElse(null);
		}

		@Override
		public boolean hasExit(String id) {
			return EmergencyStory.this.hall.exits().stream().anyMatch((exit) -> exit.id().equals(id));
		}

	};

	private Instant now;

	public EmergencyStory(HallPlan hall, Instant begin) {
		this.hall = hall;
		this.now = begin;
	}

	public List<JournalEntry> entries() {
		return List.copyOf(this.entries);
	}

	/** Somebody declares; the emergency's id. */
	public EmergencyId declare(EmergencyKind kind, boolean drill, @Nullable String what, String... zones) {
		return Objects.requireNonNull(order("zhou.min", new EmergencyOrder.Declare(kind,
				List.of(zones).stream().map(HallZoneId::new).toList(), null, what, null, drill, true, null)));
	}

	public void act(EmergencyId emergency, String actor, EmergencyAction action) {
		order(actor, new EmergencyOrder.OnEmergency(emergency, action));
	}

	/** Ends it, by two if need be. */
	public void end(EmergencyId emergency, EmergencyAction.End end) {
		act(emergency, "zhou.min", end);
		Emergency now = this.book.find(emergency);
		if (now != null && now.runs()) {
			act(emergency, "li.qiang", end);
		}
	}

	private @Nullable EmergencyId order(String actor, EmergencyOrder order) {
		this.now = this.now.plusSeconds(1);
		long next = this.entries.size() + 1;
		EmergencyId id = EmergencyId.of(actor, "order-" + next);
		EmergencyVerdict verdict = this.book.judge(order, actor, id, next, this.places);
		if (verdict.refusal() != null) {
			throw new IllegalStateException("Refused: " + verdict.refusal());
		}
		for (EmergencyEvent event : verdict.events()) {
			this.book.apply(event, this.now);
			long version = this.entries.size() + 1;
			this.entries.add(new JournalEntry(version, new EventKey("desk", "order-" + version), this.now, null,
					this.now, new HallEvent.EmergencyMoved(event), null));
		}
		return verdict.emergency();
	}

}
