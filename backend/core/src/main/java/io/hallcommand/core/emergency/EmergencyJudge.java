package io.hallcommand.core.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import io.hallcommand.core.emergency.EmergencyRefusal.Reason;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of an action on one emergency.
 */
final class EmergencyJudge {

	private static final int MOST_FINDINGS = 100;

	private final Emergency emergency;

	private final EmergencyBook book;

	private final String actor;

	private final Places places;

	EmergencyJudge(Emergency emergency, EmergencyBook book, String actor, Places places) {
		this.emergency = emergency;
		this.book = book;
		this.actor = actor;
		this.places = places;
	}

	/** A note is not lost because its action is refused. */
	EmergencyVerdict judge(EmergencyAction action) {
		EmergencyVerdict verdict = decide(action);
		String text = action.text();
		if (verdict.refusal() == null || text == null) {
			return verdict;
		}
		return new EmergencyVerdict(List.of(new EmergencyEvent.Noted(id(), this.actor, text)), verdict.refusal(), id());
	}

	private EmergencyVerdict decide(EmergencyAction action) {
		return switch (action) {
			case EmergencyAction.WriteNote note ->
				EmergencyVerdict.of(new EmergencyEvent.Noted(id(), this.actor, note.text()));
			case EmergencyAction.Tick tick -> tick(tick);
			case EmergencyAction.Skip skip -> skip(skip);
			case EmergencyAction.Reopen reopen -> reopen(reopen);
			case EmergencyAction.Assign assign -> assign(assign);
			case EmergencyAction.Count count ->
				running(new EmergencyEvent.Counted(id(), this.actor, counts(count)), true);
			case EmergencyAction.MusterZone muster -> (this.places.zone(muster.zone()) == null)
					? unknownZone(muster.zone()) : running(new EmergencyEvent.Mustered(id(), this.actor, muster.zone(),
							muster.clear(), muster.people(), muster.text()), false);
			case EmergencyAction.Grade grade -> running(grade(grade), true);
			case EmergencyAction.Instruct instruct -> instruct(instruct);
			case EmergencyAction.End end -> end(end);
			case EmergencyAction.Continue proceed -> (this.emergency.state() instanceof EmergencyState.Ending)
					? EmergencyVerdict.of(new EmergencyEvent.EndWithdrawn(id(), this.actor, proceed.text()))
					: refused(Reason.NOT_PROPOSED, "Nobody has proposed to end it.");
			case EmergencyAction.Merge merge -> merge(merge);
			case EmergencyAction.File file -> file(file);
			case EmergencyAction.NoteFinding finding -> finding(finding);
			case EmergencyAction.Mend mend -> mend(mend);
			case EmergencyAction.Close close -> close(close);
		};
	}

	private EmergencyVerdict tick(EmergencyAction.Tick tick) {
		EmergencyVerdict no = open(tick.step(), false);
		return (no != null) ? no
				: running(new EmergencyEvent.StepDone(id(), this.actor, tick.step(), tick.text()), false);
	}

	private EmergencyVerdict skip(EmergencyAction.Skip skip) {
		EmergencyVerdict no = open(skip.step(), true);
		return (no != null) ? no
				: running(new EmergencyEvent.StepSkipped(id(), this.actor, skip.step(), skip.text()), false);
	}

	/** {@code null} if the step can be marked. */
	private @Nullable EmergencyVerdict open(String id, boolean early) {
		ContingencyPlan.Step step = this.emergency.plan().step(id);
		if (step == null) {
			return unknownStep(id);
		}
		Progress.Mark mark = this.emergency.work().step(id).mark();
		if (mark != null) {
			return done("Step " + id + " was " + (mark.isSkipped() ? "left out" : "done") + " by " + mark.by() + ".",
					mark.by(), mark.at());
		}
		return (early || this.emergency.openSince(step) != null) ? null : refused(Reason.STEP_WAITS,
				"Step " + id + " comes after " + String.join(", ", step.after()) + ", which is not done.");
	}

	private EmergencyVerdict reopen(EmergencyAction.Reopen reopen) {
		if (this.emergency.plan().step(reopen.step()) == null) {
			return unknownStep(reopen.step());
		}
		return (this.emergency.work().step(reopen.step()).mark() == null)
				? refused(Reason.NOT_DONE, "Step " + reopen.step() + " is not done.")
				: running(new EmergencyEvent.StepReopened(id(), this.actor, reopen.step(), reopen.text()), false);
	}

	private EmergencyVerdict assign(EmergencyAction.Assign assign) {
		if (assign.step() != null && this.emergency.plan().step(assign.step()) == null) {
			return unknownStep(assign.step());
		}
		return running(new EmergencyEvent.Assigned(id(), this.actor, assign.to(), assign.role(), assign.step()), false);
	}

	private Counts counts(EmergencyAction.Count count) {
		Counts now = this.emergency.work().counts();
		return new Counts(or(count.evacuated(), now.evacuated()), or(count.injured(), now.injured()),
				or(count.dead(), now.dead()), or(count.missing(), now.missing()));
	}

	private EmergencyEvent.Graded grade(EmergencyAction.Grade grade) {
		Scene scene = this.emergency.scene();
		Optional<WarningLevel> warning = grade.warningLevel();
		Optional<ResponseLevel> response = grade.responseLevel();
		EventSeverity severity = grade.severity();
		return new EmergencyEvent.Graded(id(), this.actor, (severity != null) ? severity : scene.severity(),
				(warning != null) ? warning.orElse(null) : scene.warningLevel(),
				(response != null) ? response.orElse(null) : scene.responseLevel(), grade.text());
	}

	private EmergencyVerdict instruct(EmergencyAction.Instruct instruct) {
		List<HallZoneId> zones = instruct.zones();
		List<String> exits = instruct.closedExits();
		for (HallZoneId zone : (zones != null) ? zones : List.<HallZoneId>of()) {
			if (this.places.zone(zone) == null) {
				return unknownZone(zone);
			}
		}
		for (String exit : (exits != null) ? exits : List.<String>of()) {
			if (!this.places.hasExit(exit)) {
				return refused(Reason.UNKNOWN_EXIT, "The hall has no exit " + exit + ".");
			}
		}
		Scene scene = this.emergency.scene();
		return running(new EmergencyEvent.Instructed(id(), this.actor, instruct.instruction(),
				(zones != null) ? zones : scene.affected(), (exits != null) ? exits : scene.closedExits(),
				instruct.text()), false);
	}

	/** Who proposes it cannot confirm it; who wants another outcome proposes anew. */
	private EmergencyVerdict end(EmergencyAction.End end) {
		EmergencyEvent.Ended ended = new EmergencyEvent.Ended(id(), this.actor, end.outcome(), end.text());
		if (!this.emergency.plan().endNeedsTwo()) {
			return running(ended, false);
		}
		if (this.emergency.state() instanceof EmergencyState.Ending ending && ending.outcome() == end.outcome()) {
			return ending.by().equals(this.actor)
					? refused(Reason.SAME_OFFICER, "You proposed the end: another officer has to confirm it.")
					: EmergencyVerdict.of(ended);
		}
		return running(new EmergencyEvent.EndProposed(id(), this.actor, end.outcome(), end.text()), false);
	}

	private EmergencyVerdict merge(EmergencyAction.Merge merge) {
		Emergency into = this.book.find(merge.into());
		if (into == null) {
			return refused(Reason.UNKNOWN_EMERGENCY, "The hall has no emergency " + merge.into() + ".");
		}
		if (into.id().equals(id())) {
			return refused(Reason.SAME_EMERGENCY, "It cannot be merged into itself.");
		}
		if (into.drill() != this.emergency.drill()) {
			return refused(Reason.OTHER_DRILL, "A drill and a real emergency are never the same.");
		}
		if (!into.runs() || !this.emergency.runs()) {
			return notActive();
		}
		return new EmergencyVerdict(List.of(new EmergencyEvent.Merged(id(), this.actor, into.id(), merge.text()),
				new EmergencyEvent.Absorbed(into.id(), this.actor, id(), this.emergency.scene().sightings(),
						merge.text())),
				null, into.id());
	}

	private EmergencyVerdict file(EmergencyAction.File file) {
		ReportKind kind = file.report();
		Papers papers = this.emergency.papers();
		Papers.Filing before = papers.filing(kind);
		if (this.emergency.state() instanceof EmergencyState.Closed) {
			return notActive();
		}
		if (before != null && kind != ReportKind.FOLLOW_UP) {
			return done("This report was filed by " + before.by() + ".", before.by(), before.at());
		}
		if (kind == ReportKind.FINAL && this.emergency.runs()) {
			return refused(Reason.NOT_ENDED, "The emergency still runs: end it before its final report.");
		}
		int number = (before != null) ? before.number() + 1 : 1;
		return EmergencyVerdict.of(new EmergencyEvent.Filed(id(), this.actor, kind, number, file.content()));
	}

	private EmergencyVerdict finding(EmergencyAction.NoteFinding finding) {
		int number = this.emergency.papers().findings().size() + 1;
		return (number > MOST_FINDINGS) ? refused(Reason.TOO_MANY, "The review has " + MOST_FINDINGS + " findings.")
				: EmergencyVerdict.of(new EmergencyEvent.FindingNoted(id(), this.actor, "f" + number, finding.finding(),
						finding.owner(), finding.due()));
	}

	private EmergencyVerdict mend(EmergencyAction.Mend mend) {
		Finding finding = this.emergency.papers().finding(mend.finding());
		if (finding == null) {
			return refused(Reason.UNKNOWN_FINDING, "The review has no finding " + mend.finding() + ".");
		}
		if (finding.mendedBy() != null && finding.mendedAt() != null) {
			return done("It was mended by " + finding.mendedBy() + ".", finding.mendedBy(), finding.mendedAt());
		}
		return EmergencyVerdict.of(new EmergencyEvent.FindingMended(id(), this.actor, mend.finding(), mend.text()));
	}

	private EmergencyVerdict close(EmergencyAction.Close close) {
		return switch (this.emergency.state()) {
			case EmergencyState.Active active -> refused(Reason.NOT_ENDED, "The emergency still runs: end it first.");
			case EmergencyState.Ending ending -> refused(Reason.NOT_ENDED, "The emergency still runs: end it first.");
			case EmergencyState.Closed closed -> done("It was closed before.", closed.endedBy(), closed.at());
			case EmergencyState.Ended ended -> (this.emergency.papers().filing(ReportKind.FINAL) == null)
					? refused(Reason.FINAL_REPORT_MISSING, "File the final report first.")
					: EmergencyVerdict.of(new EmergencyEvent.Closed(id(), this.actor, close.text()));
		};
	}

	/**
	 * @param afterwards whether it may still be written when the emergency has ended
	 */
	private EmergencyVerdict running(EmergencyEvent.OfOne event, boolean afterwards) {
		boolean ended = this.emergency.state() instanceof EmergencyState.Ended;
		return (this.emergency.runs() || (afterwards && ended)) ? EmergencyVerdict.of(event) : notActive();
	}

	private EmergencyVerdict notActive() {
		return switch (this.emergency.state()) {
			case EmergencyState.Ended ended ->
				refused(Reason.NOT_ACTIVE, "It was ended by " + ended.by() + ".", ended.by(), ended.at());
			case EmergencyState.Closed closed -> refused(Reason.NOT_ACTIVE, "It was ended by " + closed.endedBy() + ".",
					closed.endedBy(), closed.endedAt());
			case EmergencyState.Active active -> refused(Reason.NOT_ACTIVE, "The other one has ended.");
			case EmergencyState.Ending ending -> refused(Reason.NOT_ACTIVE, "The other one has ended.");
		};
	}

	private EmergencyId id() {
		return this.emergency.id();
	}

	private static int or(@Nullable Integer value, int otherwise) {
		return (value != null) ? value : otherwise;
	}

	private static EmergencyVerdict unknownStep(String id) {
		return refused(Reason.UNKNOWN_STEP, "The plan of this emergency has no step " + id + ".");
	}

	private static EmergencyVerdict unknownZone(HallZoneId zone) {
		return refused(Reason.UNKNOWN_ZONE, "The hall has no zone " + zone + ".");
	}

	private static EmergencyVerdict done(String detail, String by, Instant at) {
		return refused(Reason.ALREADY_DONE, detail, by, at);
	}

	private static EmergencyVerdict refused(Reason reason, String detail) {
		return EmergencyVerdict.refused(reason, detail);
	}

	private static EmergencyVerdict refused(Reason reason, String detail, String by, Instant at) {
		return new EmergencyVerdict(List.of(), new EmergencyRefusal(reason, detail, by, at), null);
	}

}
