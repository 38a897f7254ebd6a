package io.hallcommand.core.emergency;

import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline as a report tells it. What the report says in another place is
 * not told here.
 */
final class Deed {

	private final ContingencyPlan plan;

	Deed(ContingencyPlan plan) {
		this.plan = plan;
	}

	/** What was done; {@code null} if it is no deed. */
	@Nullable Label tell(EmergencyEvent.OfOne event) {
		return switch (event) {
			case EmergencyEvent.Sighted sighted ->
				with("再次接报", "Reported again", (sighted.text() != null) ? sighted.text() : sighted.source());
			case EmergencyEvent.Noted noted -> new Label(noted.text(), noted.text());
			case EmergencyEvent.StepDone done -> {
				Label title = title(done.step());
				yield with(title.zh(), title.en(), done.text());
			}
			case EmergencyEvent.StepSkipped skipped -> {
				Label title = title(skipped.step());
				yield with("未执行：" + title.zh(), "Left out: " + title.en(), skipped.text());
			}
			case EmergencyEvent.StepReopened reopened -> {
				Label title = title(reopened.step());
				yield with("重新进行：" + title.zh(), "Opened again: " + title.en(), reopened.text());
			}
			case EmergencyEvent.Graded graded -> with("等级调整为" + Words.of(graded.severity()).zh(),
					"Now " + Words.of(graded.severity()).en(), graded.text());
			case EmergencyEvent.Instructed instructed -> with("指令调整为" + Words.of(instructed.instruction()).zh(),
					"Instruction now: " + Words.of(instructed.instruction()).en(), instructed.text());
			case EmergencyEvent.EndProposed proposed -> with("提议结束：" + Words.of(proposed.outcome()).zh(),
					"End proposed: " + Words.of(proposed.outcome()).en(), proposed.text());
			case EmergencyEvent.EndWithdrawn withdrawn -> with("继续处置", "Goes on", withdrawn.text());
			case EmergencyEvent.Ended ended ->
				with("结束：" + Words.of(ended.outcome()).zh(), "Ended: " + Words.of(ended.outcome()).en(), ended.text());
			case EmergencyEvent.Merged merged ->
				with("并入 " + merged.into(), "Merged into " + merged.into(), merged.text());
			case EmergencyEvent.Absorbed absorbed ->
				with("并入另一报告 " + absorbed.from(), "Took over report " + absorbed.from(), absorbed.text());
			case EmergencyEvent.Declared declared -> null;
			case EmergencyEvent.Assigned assigned -> null;
			case EmergencyEvent.Counted counted -> null;
			case EmergencyEvent.Mustered mustered -> null;
			case EmergencyEvent.Filed filed -> null;
			case EmergencyEvent.FindingNoted noted -> null;
			case EmergencyEvent.FindingMended mended -> null;
			case EmergencyEvent.Closed closed -> null;
		};
	}

	private Label title(String id) {
		ContingencyPlan.Step step = this.plan.step(id);
		return (step != null) ? step.title() : new Label(id, id);
	}

	private static Label with(String zh, String en, @Nullable String text) {
		return (text != null) ? new Label(zh + "：" + text, en + ": " + text) : new Label(zh, en);
	}

}
