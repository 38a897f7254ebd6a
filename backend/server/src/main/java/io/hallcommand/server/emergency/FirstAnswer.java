package io.hallcommand.server.emergency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyRefusal;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.Places;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.server.desk.Retries;
import org.jspecify.annotations.Nullable;

/**
 * What an order about emergencies was answered the first time.
 */
final class FirstAnswer {

	private final EmergencyOrder order;

	private final EventKey key;

	private final HallView view;

	private final EmergencyBook book = new EmergencyBook();

	FirstAnswer(EmergencyOrder order, EventKey key, HallView view) {
		this.order = order;
		this.key = key;
		this.view = view;
		List<Emergency> emergencies = new ArrayList<>();
		for (Emergency each : view.emergencies().values()) {
			if (each != null) {
				emergencies.add(each);
			}
		}
		this.book.restore(new EmergencyBook.Content(emergencies, view.drills(), view.below(),
				new ContingencyPlans(new LinkedHashMap<>())));
	}

	/**
	 * Works it out from what the order wrote then.
	 * @param answer what came of the order now
	 */
	EmergencyAnswer of(EmergencyAnswer answer, List<JournalEntry> entries) {
		List<EmergencyEvent> events = entries.stream()
			.map(JournalEntry::event)
			.filter(HallEvent.EmergencyMoved.class::isInstance)
			.map((event) -> ((HallEvent.EmergencyMoved) event).event())
			.toList();
		if (!events.isEmpty() && did(events.getFirst())) {
			return new EmergencyAnswer(List.of(), events, null, entries.getLast().version(),
					emergency(events.getFirst()));
		}
		return (answer.refusal() != null) ? answer : refused(events);
	}

	private @Nullable Emergency emergency(EmergencyEvent event) {
		return switch (event) {
			case EmergencyEvent.Merged merged -> this.book.find(merged.into());
			case EmergencyEvent.OfOne one -> this.book.find(one.emergency());
			default -> null;
		};
	}

	/** A refused order leaves its note at most. */
	private boolean did(EmergencyEvent event) {
		return switch (this.order) {
			case EmergencyOrder.Declare declare -> event instanceof EmergencyEvent.Sighted
					|| event instanceof EmergencyEvent.Declared declared && declared.kind() == declare.kind();
			case EmergencyOrder.OnEmergency on -> event instanceof EmergencyEvent.OfOne one
					&& one.emergency().equals(known(on.emergency())) && did(on.action(), one);
			case EmergencyOrder.ReplacePlan replace ->
				event instanceof EmergencyEvent.PlanReplaced replaced && replaced.kind() == replace.kind();
			case EmergencyOrder.PlanDrill plan -> event instanceof EmergencyEvent.DrillPlanned;
			case EmergencyOrder.CancelDrill cancel ->
				event instanceof EmergencyEvent.DrillCancelled cancelled && cancelled.drill().equals(cancel.drill());
			// Between halls: these find out by themselves what was done
			case EmergencyOrder.Tell tell -> true;
		};
	}

	private EmergencyId known(EmergencyId id) {
		Emergency emergency = this.book.find(id);
		return (emergency != null) ? emergency.id() : id;
	}

	private static boolean did(EmergencyAction action, EmergencyEvent.OfOne event) {
		return switch (action) {
			case EmergencyAction.WriteNote note -> event instanceof EmergencyEvent.Noted;
			case EmergencyAction.Tick tick ->
				event instanceof EmergencyEvent.StepDone done && done.step().equals(tick.step());
			case EmergencyAction.Skip skip ->
				event instanceof EmergencyEvent.StepSkipped skipped && skipped.step().equals(skip.step());
			case EmergencyAction.Reopen reopen ->
				event instanceof EmergencyEvent.StepReopened reopened && reopened.step().equals(reopen.step());
			case EmergencyAction.Assign assign -> event instanceof EmergencyEvent.Assigned;
			case EmergencyAction.Count count -> event instanceof EmergencyEvent.Counted;
			case EmergencyAction.MusterZone muster -> event instanceof EmergencyEvent.Mustered;
			case EmergencyAction.Grade grade -> event instanceof EmergencyEvent.Graded;
			case EmergencyAction.Instruct instruct -> event instanceof EmergencyEvent.Instructed;
			case EmergencyAction.End end -> outcome(event) == end.outcome();
			case EmergencyAction.Continue proceed -> event instanceof EmergencyEvent.EndWithdrawn;
			case EmergencyAction.Merge merge -> event instanceof EmergencyEvent.Merged;
			case EmergencyAction.File file ->
				event instanceof EmergencyEvent.Filed filed && filed.report() == file.report();
			case EmergencyAction.NoteFinding finding -> event instanceof EmergencyEvent.FindingNoted;
			case EmergencyAction.Mend mend ->
				event instanceof EmergencyEvent.FindingMended mended && mended.finding().equals(mend.finding());
			case EmergencyAction.Close close -> event instanceof EmergencyEvent.Closed;
		};
	}

	private static @Nullable Outcome outcome(EmergencyEvent.OfOne event) {
		return switch (event) {
			case EmergencyEvent.EndProposed proposed -> proposed.outcome();
			case EmergencyEvent.Ended ended -> ended.outcome();
			default -> null;
		};
	}

	/** Only its note was kept the first time. */
	private EmergencyAnswer refused(List<EmergencyEvent> events) {
		String actor = this.key.source().substring(EventKey.DESK.length());
		EmergencyRefusal refusal = this.book
			.judge(this.order, actor, EmergencyId.of(this.key.source(), this.key.id()), this.view.version() + 1,
					new Here(this.view.plan()))
			.refusal();
		if (refusal == null) {
			throw Retries.idUsed(this.key);
		}
		return new EmergencyAnswer(List.of(), events, refusal, this.view.version(), null);
	}

	/**
	 * The hall's places by its plan.
	 */
	private record Here(HallPlan plan) implements Places {

		@Override
		public @Nullable Label zone(HallZoneId id) {
			return this.plan.zones()
				.stream()
				.filter((zone) -> zone.id().equals(id))
				.findFirst()
				.map(HallPlan.Zone::name)
				.orElse(null);
		}

		@Override
		public boolean hasExit(String id) {
			return this.plan.exits().stream().anyMatch((exit) -> exit.id().equals(id));
		}

	}

}
