package io.hallcommand.core.emergency;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * One emergency, as a value.
 *
 * @param plan the plan it began with
 * @param edition that of the plan; 0 is the standard one
 * @param aliases ids of other reports of the same
 */
public record Emergency(EmergencyId id, Declaration declaration, ContingencyPlan plan, int edition,
		EmergencyState state, Scene scene, Work work, Papers papers, Timeline timeline, List<EmergencyId> aliases) {

	public Emergency {
		aliases = List.copyOf(aliases);
	}

	static Emergency of(EmergencyEvent.Declared event, Instant at) {
		Declaration declaration = new Declaration(event.kind(), event.drill(), event.zones(), event.place(),
				event.what(), event.by(), event.source(), at);
		Scene scene = new Scene(event.affected(), event.severity(), null, event.plan().responseLevel(),
				event.plan().instruction(), List.of(), List.of(), 0);
		return new Emergency(event.emergency(), declaration, event.plan(), event.edition(), new EmergencyState.Active(),
				scene.sighted(event.source(), 1), Work.NONE, Papers.NONE, Timeline.NONE.with(event, at), List.of());
	}

	public boolean runs() {
		return this.state.runs();
	}

	public boolean drill() {
		return this.declaration.drill();
	}

	/** What and where. */
	public Label headline() {
		return this.declaration.headline(this.plan.title());
	}

	/** Whether halls above are to see it on every screen. */
	public boolean severe() {
		return this.scene.severity().isSevere() || this.scene.instruction() == Instruction.EVACUATE;
	}

	/** Whether windows of the affected zones have stopped for it. */
	public boolean stopsService() {
		return runs() && this.plan.stopsService();
	}

	/** When it ended; {@code null} while it runs. */
	public @Nullable Instant endedAt() {
		return switch (this.state) {
			case EmergencyState.Active active -> null;
			case EmergencyState.Ending ending -> null;
			case EmergencyState.Ended ended -> ended.at();
			case EmergencyState.Closed closed -> closed.endedAt();
		};
	}

	/**
	 * From when on a step can be done: when all that comes before it is done.
	 * @return {@code null} while something before it is not
	 */
	public @Nullable Instant openSince(ContingencyPlan.Step step) {
		Instant since = this.declaration.at();
		for (String before : step.after()) {
			Progress.Mark mark = this.work.step(before).mark();
			if (mark == null) {
				return null;
			}
			since = mark.at().isAfter(since) ? mark.at() : since;
		}
		return since;
	}

	/** When a report of this kind is due; {@code null} if none is. */
	public @Nullable Instant reportDue(ReportKind kind) {
		DueTask task = report(kind);
		return (task != null) ? task.due() : null;
	}

	/**
	 * What is to be done now, each by its time.
	 * @param zone the hall's time zone, in which days end
	 */
	public List<DueTask> tasks(ZoneId zone) {
		List<DueTask> tasks = new ArrayList<>();
		if (runs()) {
			for (ContingencyPlan.Step step : this.plan.steps()) {
				Instant since = openSince(step);
				if (since != null && this.work.step(step.id()).mark() == null) {
					tasks.add(new DueTask(TaskKind.STEP, step.id(), step.title(), since,
							since.plusSeconds(step.targetSeconds())));
				}
			}
		}
		for (ReportKind kind : ReportKind.values()) {
			DueTask report = report(kind);
			if (report != null) {
				tasks.add(report);
			}
		}
		for (Finding finding : this.papers.findings()) {
			if (finding.mendedAt() == null) {
				tasks.add(new DueTask(TaskKind.FINDING, finding.id(), new Label(finding.text(), finding.text()),
						finding.at(), finding.due().plusDays(1).atStartOfDay(zone).toInstant()));
			}
		}
		return tasks;
	}

	private @Nullable DueTask report(ReportKind kind) {
		if (this.state instanceof EmergencyState.Closed || this.papers.filing(ReportKind.FINAL) != null) {
			return null;
		}
		Papers.Filing first = this.papers.filing(ReportKind.FIRST);
		Papers.Filing last = this.papers.filing(ReportKind.FOLLOW_UP);
		return switch (kind) {
			case FIRST -> (first != null) ? null : task(kind, new Label("首报", "First report"), this.declaration.at(),
					this.plan.firstReportSeconds());
			case FOLLOW_UP -> (first == null || !runs()) ? null : task(kind, new Label("续报", "Follow-up report"),
					((last != null) ? last : first).at(), this.plan.followUpSeconds());
			case FINAL -> (this.state instanceof EmergencyState.Ended ended)
					? task(kind, new Label("终报", "Final report"), ended.at(), this.plan.finalReportSeconds()) : null;
		};
	}

	private static @Nullable DueTask task(ReportKind kind, Label title, Instant since, int seconds) {
		return (seconds > 0) ? new DueTask(TaskKind.REPORT, kind.name(), title, since, since.plusSeconds(seconds))
				: null;
	}

	/**
	 * The same as visitors may see it: what it is, where, what to do and which way out,
	 * and nothing of who does what about it.
	 */
	public Emergency forVisitors() {
		return new Emergency(this.id, this.declaration.forVisitors(), this.plan.forVisitors(), 0,
				this.state.forVisitors(), this.scene.forVisitors(), Work.NONE, Papers.NONE, Timeline.NONE, List.of());
	}

	/** The same after something happened to it. */
	Emergency after(EmergencyEvent.OfOne event, Instant at) {
		return moved(event, at).with(this.timeline.with(event, at));
	}

	private Emergency moved(EmergencyEvent.OfOne event, Instant at) {
		return switch (event) {
			case EmergencyEvent.Declared declared -> this;
			case EmergencyEvent.Sighted sighted -> with(this.scene.sighted(sighted.source(), 1)).known(sighted.alias());
			case EmergencyEvent.Noted noted -> this;
			case EmergencyEvent.StepDone done -> step(done.step(), new Progress.Mark(done.by(), at, null));
			case EmergencyEvent.StepSkipped skipped ->
				step(skipped.step(), new Progress.Mark(skipped.by(), at, skipped.text()));
			case EmergencyEvent.StepReopened reopened -> step(reopened.step(), null);
			case EmergencyEvent.Assigned assigned -> assigned(assigned);
			case EmergencyEvent.Counted counted -> with(this.work.counts(counted.counts()));
			case EmergencyEvent.Mustered mustered -> with(this.work.muster(mustered.zone(),
					new Muster(mustered.clear(), mustered.people(), mustered.by(), at)));
			case EmergencyEvent.Graded graded ->
				with(this.scene.graded(graded.severity(), graded.warningLevel(), graded.responseLevel()));
			case EmergencyEvent.Instructed instructed ->
				with(this.scene.instructed(instructed.instruction(), instructed.zones(), instructed.closedExits()));
			case EmergencyEvent.EndProposed proposed ->
				in(new EmergencyState.Ending(proposed.outcome(), proposed.by(), at));
			case EmergencyEvent.EndWithdrawn withdrawn -> in(new EmergencyState.Active());
			case EmergencyEvent.Ended ended -> in(new EmergencyState.Ended(ended.outcome(), ended.by(), at));
			case EmergencyEvent.Merged merged ->
				in(new EmergencyState.Closed(Outcome.MERGED, at, merged.by(), at, merged.into()));
			case EmergencyEvent.Absorbed absorbed ->
				with(this.scene.sighted(null, absorbed.sightings())).known(absorbed.from());
			case EmergencyEvent.Filed filed ->
				with(this.papers.filed(filed.report(), new Papers.Filing(filed.number(), filed.by(), at)));
			case EmergencyEvent.FindingNoted noted -> with(this.papers.with(new Finding(noted.finding(), noted.text(),
					noted.owner(), noted.due(), noted.by(), at, null, null)));
			case EmergencyEvent.FindingMended mended -> mended(mended, at);
			case EmergencyEvent.Closed closed -> (this.state instanceof EmergencyState.Ended ended)
					? in(new EmergencyState.Closed(ended.outcome(), ended.at(), ended.by(), at, null)) : this;
		};
	}

	private Emergency mended(EmergencyEvent.FindingMended event, Instant at) {
		Finding finding = this.papers.finding(event.finding());
		return (finding != null) ? with(this.papers.with(finding.mended(event.by(), at))) : this;
	}

	private Emergency assigned(EmergencyEvent.Assigned event) {
		if (event.step() != null) {
			return with(this.work.step(event.step(), this.work.step(event.step()).assigned(event.to())));
		}
		return (event.role() != null) ? with(this.work.role(event.role(), event.to())) : this;
	}

	private Emergency step(String id, Progress.@Nullable Mark mark) {
		return with(this.work.step(id, this.work.step(id).marked(mark)));
	}

	private Emergency known(EmergencyId alias) {
		List<EmergencyId> all = new ArrayList<>(this.aliases);
		all.add(alias);
		return new Emergency(this.id, this.declaration, this.plan, this.edition, this.state, this.scene, this.work,
				this.papers, this.timeline, all);
	}

	private Emergency in(EmergencyState state) {
		return new Emergency(this.id, this.declaration, this.plan, this.edition, state, this.scene, this.work,
				this.papers, this.timeline, this.aliases);
	}

	private Emergency with(Scene scene) {
		return new Emergency(this.id, this.declaration, this.plan, this.edition, this.state, scene, this.work,
				this.papers, this.timeline, this.aliases);
	}

	private Emergency with(Work work) {
		return new Emergency(this.id, this.declaration, this.plan, this.edition, this.state, this.scene, work,
				this.papers, this.timeline, this.aliases);
	}

	private Emergency with(Papers papers) {
		return new Emergency(this.id, this.declaration, this.plan, this.edition, this.state, this.scene, this.work,
				papers, this.timeline, this.aliases);
	}

	/** The same with another part of its timeline in sight. */
	public Emergency with(Timeline timeline) {
		return new Emergency(this.id, this.declaration, this.plan, this.edition, this.state, this.scene, this.work,
				this.papers, timeline, this.aliases);
	}

}
