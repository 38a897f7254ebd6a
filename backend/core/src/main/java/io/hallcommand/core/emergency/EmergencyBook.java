package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import io.hallcommand.core.emergency.EmergencyRefusal.Reason;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * The emergencies of one hall: those that run, those that are not worked off, the last
 * few that are; plans, planned drills, and what halls below tell. Belongs to the hall and
 * is changed by it alone.
 */
public final class EmergencyBook {

	/** So many closed emergencies are kept in sight; the journal has all. */
	static final int CLOSED_IN_SIGHT = 3;

	/** Bounds a hall's memory. */
	static final int MOST_OPEN = 20;

	static final int MOST_DRILLS = 100;

	/** Of halls below; a province has some thousands. */
	static final int MOST_BELOW = 2_000;

	/** So many that ended are remembered, as news of them may come late. */
	static final int MOST_ENDED_BELOW = 200;

	private final SequencedMap<EmergencyId, Emergency> emergencies = new LinkedHashMap<>();

	private final SequencedMap<String, PlannedDrill> drills = new LinkedHashMap<>();

	private final SequencedMap<String, Below> below = new LinkedHashMap<>();

	private ContingencyPlans plans = ContingencyPlans.STANDARD;

	/**
	 * Everything, for a snapshot.
	 */
	public record Content(List<Emergency> emergencies, List<PlannedDrill> drills, List<Below> below,
			ContingencyPlans plans) {
	}

	public Content content() {
		return new Content(List.copyOf(this.emergencies.values()), List.copyOf(this.drills.values()),
				List.copyOf(this.below.values()), this.plans);
	}

	public void restore(Content content) {
		content.emergencies().forEach((each) -> this.emergencies.put(each.id(), each));
		content.drills().forEach((each) -> this.drills.put(each.id(), each));
		content.below().forEach((each) -> this.below.put(each.key(), each));
		this.plans = content.plans();
	}

	/** In the order of their declarations. */
	public Collection<Emergency> all() {
		return Collections.unmodifiableCollection(this.emergencies.values());
	}

	/** In the order of their planning. */
	public Collection<PlannedDrill> drills() {
		return Collections.unmodifiableCollection(this.drills.values());
	}

	/** Those that run. */
	public Collection<Below> below() {
		return this.below.values().stream().filter((each) -> !each.ended()).toList();
	}

	public ContingencyPlans plans() {
		return this.plans;
	}

	/** By its id, or by that of another report of it. */
	public @Nullable Emergency find(EmergencyId id) {
		Emergency found = this.emergencies.get(id);
		if (found != null) {
			return found;
		}
		for (Emergency each : this.emergencies.values()) {
			if (each.aliases().contains(id)) {
				return each;
			}
		}
		return null;
	}

	/** The drill that is to begin next; {@code null} if none is planned. */
	public @Nullable PlannedDrill nextDrill() {
		PlannedDrill next = null;
		for (PlannedDrill drill : this.drills.values()) {
			next = (next == null || drill.at().isBefore(next.at())) ? drill : next;
		}
		return next;
	}

	/** Whether windows of a zone have stopped. */
	public boolean stops(HallZoneId zone) {
		for (Emergency each : this.emergencies.values()) {
			List<HallZoneId> affected = each.scene().affected();
			if (each.stopsService() && (affected.isEmpty() || affected.contains(zone))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Decides what becomes of an order.
	 * @param id that a declaration would give
	 * @param next the hall's version after it
	 */
	public EmergencyVerdict judge(EmergencyOrder order, String actor, EmergencyId id, long next, Places places) {
		return switch (order) {
			case EmergencyOrder.Declare declare -> declare(declare, actor, id, places);
			case EmergencyOrder.OnEmergency on -> {
				Emergency emergency = find(on.emergency());
				yield (emergency != null) ? new EmergencyJudge(emergency, this, actor, places).judge(on.action())
						: refused(Reason.UNKNOWN_EMERGENCY,
								"The hall has no emergency " + on.emergency() + ", or it was closed a while ago.");
			}
			case EmergencyOrder.ReplacePlan replace ->
				EmergencyVerdict.of(new EmergencyEvent.PlanReplaced(replace.kind(), replace.plan(),
						this.plans.edition(replace.kind()) + 1, actor));
			case EmergencyOrder.PlanDrill plan -> plan(plan, actor, next, places);
			case EmergencyOrder.CancelDrill cancel -> this.drills.containsKey(cancel.drill())
					? EmergencyVerdict.of(new EmergencyEvent.DrillCancelled(cancel.drill(), actor))
					: refused(Reason.UNKNOWN_DRILL, "The hall has no planned drill " + cancel.drill() + ".");
			case EmergencyOrder.Tell tell -> tell(tell.below(), actor);
		};
	}

	/**
	 * Takes over what happened.
	 * @return emergencies that are now out of sight
	 */
	public List<EmergencyId> apply(EmergencyEvent event, Instant at) {
		switch (event) {
			case EmergencyEvent.Declared declared -> {
				if (declared.planned() != null) {
					this.drills.remove(declared.planned());
				}
				this.emergencies.put(declared.emergency(), Emergency.of(declared, at));
			}
			case EmergencyEvent.OfOne one -> {
				Emergency emergency = this.emergencies.get(one.emergency());
				if (emergency != null) {
					this.emergencies.put(emergency.id(), emergency.after(one, at));
				}
			}
			case EmergencyEvent.PlanReplaced replaced -> this.plans = this.plans.with(replaced.kind(),
					new ContingencyPlans.Edition(replaced.plan(), replaced.edition()));
			case EmergencyEvent.DrillPlanned planned ->
				this.drills.put(planned.drill(), new PlannedDrill(planned.drill(), planned.kind(), planned.zones(),
						planned.at(), planned.note(), planned.by()));
			case EmergencyEvent.DrillCancelled cancelled -> this.drills.remove(cancelled.drill());
			case EmergencyEvent.BelowMoved moved -> {
				this.below.put(moved.below().key(), moved.below());
				if (moved.below().ended()) {
					forgetBelow();
				}
			}
		}
		return forget();
	}

	private EmergencyVerdict declare(EmergencyOrder.Declare order, String actor, EmergencyId id, Places places) {
		for (HallZoneId zone : order.zones()) {
			if (places.zone(zone) == null) {
				return refused(Reason.UNKNOWN_ZONE, "The hall has no zone " + zone + ".");
			}
		}
		Emergency same = order.separate() ? null : same(order);
		if (same != null) {
			return sighted(same, order, actor, id);
		}
		if (this.emergencies.values().stream().filter(Emergency::runs).count() >= MOST_OPEN) {
			return refused(Reason.TOO_MANY, "The hall has " + MOST_OPEN + " emergencies: end one first.");
		}
		ContingencyPlan plan = this.plans.plan(order.kind());
		EventSeverity severity = order.severity();
		return EmergencyVerdict.of(new EmergencyEvent.Declared(id, order.kind(), order.drill(), order.zones(),
				place(order.zones(), places), plan.wholeHall() ? List.of() : order.zones(),
				(severity != null) ? severity : plan.severity(), order.what(), actor, order.source(), plan,
				this.plans.edition(order.kind()), order.planned()));
	}

	/** What a device says again and again is said once. */
	private static EmergencyVerdict sighted(Emergency same, EmergencyOrder.Declare order, String actor,
			EmergencyId id) {
		boolean known = order.source() != null && same.scene().sources().contains(order.source());
		return known ? new EmergencyVerdict(List.of(), null, same.id())
				: EmergencyVerdict.of(new EmergencyEvent.Sighted(same.id(), id, actor, order.source(), order.what()));
	}

	private @Nullable Emergency same(EmergencyOrder.Declare order) {
		for (Emergency each : this.emergencies.values()) {
			if (each.runs() && each.declaration().kind() == order.kind() && each.drill() == order.drill()
					&& each.declaration().meets(order.zones())) {
				return each;
			}
		}
		return null;
	}

	private EmergencyVerdict plan(EmergencyOrder.PlanDrill order, String actor, long next, Places places) {
		for (HallZoneId zone : order.zones()) {
			if (places.zone(zone) == null) {
				return refused(Reason.UNKNOWN_ZONE, "The hall has no zone " + zone + ".");
			}
		}
		return (this.drills.size() < MOST_DRILLS)
				? EmergencyVerdict.of(new EmergencyEvent.DrillPlanned("d" + next, order.kind(), order.zones(),
						order.at(), order.note(), actor))
				: refused(Reason.TOO_MANY, "The hall has " + MOST_DRILLS + " planned drills: cancel one first.");
	}

	private EmergencyVerdict tell(Below told, String actor) {
		Below known = this.below.get(told.key());
		boolean news = (known != null) ? told.isNewsAfter(known) : !told.ended();
		if (!news) {
			return new EmergencyVerdict(List.of(), null, null);
		}
		if (known == null && this.below.size() >= MOST_BELOW + MOST_ENDED_BELOW) {
			return refused(Reason.TOO_MANY, "The hall has " + MOST_BELOW + " emergencies below it.");
		}
		return EmergencyVerdict.of(new EmergencyEvent.BelowMoved(told, actor));
	}

	/** Closed ones go when newer ones came, but not before all findings are mended. */
	private List<EmergencyId> forget() {
		List<EmergencyId> gone = new ArrayList<>();
		long done = this.emergencies.values().stream().filter(EmergencyBook::done).count();
		var each = this.emergencies.values().iterator();
		while (done > CLOSED_IN_SIGHT && each.hasNext()) {
			Emergency emergency = each.next();
			if (done(emergency)) {
				gone.add(emergency.id());
				each.remove();
				done--;
			}
		}
		return gone;
	}

	private void forgetBelow() {
		List<String> ended = this.below.values().stream().filter(Below::ended).map(Below::key).toList();
		ended.stream().limit(Math.max(0, ended.size() - MOST_ENDED_BELOW)).forEach(this.below::remove);
	}

	private static boolean done(Emergency emergency) {
		return emergency.state() instanceof EmergencyState.Closed && emergency.papers().isMended();
	}

	private static Label place(List<HallZoneId> zones, Places places) {
		if (zones.isEmpty()) {
			return new Label("本大厅", "this hall");
		}
		List<Label> names = zones.stream().map(places::zone).filter(Objects::nonNull).toList();
		return new Label(names.stream().map(Label::zh).collect(Collectors.joining("、")),
				names.stream().map(Label::en).collect(Collectors.joining(", ")));
	}

	private static EmergencyVerdict refused(Reason reason, String detail) {
		return EmergencyVerdict.refused(reason, detail);
	}

}
