package io.hallcommand.core.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;

/**
 * Writes a report to those above from what is known, for an officer to complete and file.
 * What nobody has recorded is not said.
 */
public final class ReportDraft {

	private static final String NUMERALS = "一二三四五六七八九";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final Emergency emergency;

	private final List<Timeline.Line> whole;

	private final ReportKind kind;

	private final Label hall;

	private final ZoneId zone;

	private final Language language;

	private final List<String> lines = new ArrayList<>();

	private int sections;

	private ReportDraft(Emergency emergency, List<Timeline.Line> whole, ReportKind kind, Label hall, ZoneId zone,
			Language language) {
		this.emergency = emergency;
		this.whole = whole;
		this.kind = kind;
		this.hall = hall;
		this.zone = zone;
		this.language = language;
	}

	/**
	 * The text of a report.
	 * @param whole the whole timeline
	 * @param zone the hall's time zone
	 */
	public static String draft(Emergency emergency, List<Timeline.Line> whole, ReportKind kind, Label hallName,
			ZoneId zone, Language language) {
		return new ReportDraft(emergency, whole, kind, hallName, zone, language).write();
	}

	private String write() {
		title();
		basics();
		scales();
		people();
		instruction();
		done();
		switch (this.kind) {
			case FIRST, FOLLOW_UP -> underWay();
			case FINAL -> {
				outcome();
				times();
				review();
			}
		}
		return String.join("\n", this.lines) + "\n";
	}

	private void title() {
		Label report = Words.of(this.kind);
		int number = number();
		String zh = report.zh() + ((number > 1) ? "（第 " + number + " 次）" : "");
		String en = report.en() + ((number > 1) ? " no. " + number : "");
		Label event = this.emergency.plan().title();
		boolean everywhere = this.emergency.declaration().zones().isEmpty();
		String mark = this.emergency.drill() ? say("【演练】", "DRILL: ") : "";
		line(mark + say(this.hall.zh() + (everywhere ? event.zh() : this.emergency.headline().zh()) + zh, en + ": "
				+ (everywhere ? event.en() : this.emergency.headline().en()) + ", " + Language.EN.of(this.hall)));
	}

	private int number() {
		Papers.Filing filing = this.emergency.papers().filing(ReportKind.FOLLOW_UP);
		return (this.kind == ReportKind.FOLLOW_UP && filing != null) ? filing.number() + 1 : 1;
	}

	private void basics() {
		Declaration declaration = this.emergency.declaration();
		section("基本情况", "What happened");
		field("事件", "What", this.language.of(this.emergency.plan().title()));
		field("地点", "Where", this.language.of(this.hall)
				+ (declaration.zones().isEmpty() ? "" : say(" ", ", ") + this.language.of(declaration.place())));
		field("时间", "When", moment(declaration.at()));
		field("宣布", "Declared by", declaration.by());
		if (!this.emergency.scene().sources().isEmpty()) {
			field("报警设备", "Signalled by", String.join(say("、", ", "), this.emergency.scene().sources()));
		}
		if (this.emergency.scene().sightings() > 1) {
			field("接报次数", "Times reported", Integer.toString(this.emergency.scene().sightings()));
		}
		if (declaration.what() != null) {
			field("情况", "Seen", declaration.what());
		}
		roles();
	}

	private void roles() {
		String roles = this.emergency.work()
			.roles()
			.entrySet()
			.stream()
			.map((role) -> this.language.of(Words.of(role.getKey())) + " " + role.getValue())
			.collect(Collectors.joining(say("，", ", ")));
		if (!roles.isEmpty()) {
			field("人员分工", "In charge", roles);
		}
	}

	private void scales() {
		Scene scene = this.emergency.scene();
		section("等级", "Scales");
		field("事件级别", "Event severity", this.language.of(Words.of(scene.severity())));
		if (scene.warningLevel() != null) {
			field("预警级别", "Warning level", this.language.of(Words.of(scene.warningLevel())));
		}
		if (scene.responseLevel() != null) {
			field("响应级别", "Response level", this.language.of(Words.of(scene.responseLevel())));
		}
	}

	private void people() {
		Counts counts = this.emergency.work().counts();
		section("人员", "People");
		line(say(
				"疏散 " + counts.evacuated() + " 人，受伤 " + counts.injured() + " 人，死亡 " + counts.dead() + " 人，失踪 "
						+ counts.missing() + " 人。",
				counts.evacuated() + " evacuated, " + counts.injured() + " injured, " + counts.dead() + " dead, "
						+ counts.missing() + " missing."));
		this.emergency.work().muster().forEach((where, muster) -> {
			String people = (muster.people() != null)
					? say("，" + muster.people() + " 人", ", " + muster.people() + " people") : "";
			field("清点 " + where, "Muster of " + where, (muster.clear() ? say("已清空", "clear") : say("未清空", "not clear"))
					+ people + by(muster.by(), muster.at()));
		});
	}

	private void instruction() {
		Scene scene = this.emergency.scene();
		section("对公众的指令", "What the public is told");
		field("指令", "Instruction",
				this.language.of(Words.of(scene.instruction())) + say("，范围：", ", for ") + place(scene.affected()));
		if (!scene.closedExits().isEmpty()) {
			field("封闭出口", "Closed exits", String.join(say("、", ", "), scene.closedExits()));
		}
		if (this.emergency.stopsService()) {
			line(say("以上范围内窗口已停办。", "Windows there have stopped."));
		}
	}

	/** A follow-up tells what is new since the last report. */
	private void done() {
		section("已采取的措施", "What has been done");
		Deed deed = new Deed(this.emergency.plan());
		int before = (this.kind == ReportKind.FOLLOW_UP) ? lastFiled() : 0;
		int told = 0;
		for (Timeline.Line line : this.whole) {
			Label done = deed.tell(line.event());
			if (line.number() > before && done != null) {
				line(time(line.at()) + " " + this.language.of(done) + say("（", " (") + line.event().by()
						+ say("）", ")"));
				told++;
			}
		}
		if (told == 0) {
			line(say("无新情况。", "Nothing new."));
		}
	}

	private int lastFiled() {
		return this.whole.stream()
			.filter((line) -> line.event() instanceof EmergencyEvent.Filed)
			.mapToInt(Timeline.Line::number)
			.max()
			.orElse(0);
	}

	private void underWay() {
		List<DueTask> steps = this.emergency.tasks(this.zone)
			.stream()
			.filter((task) -> task.kind() == TaskKind.STEP)
			.toList();
		if (!steps.isEmpty()) {
			section("正在进行", "Under way");
		}
		for (DueTask task : steps) {
			ContingencyPlan.Step step = Objects.requireNonNull(this.emergency.plan().step(task.id()));
			String who = this.emergency.work().step(task.id()).assignee();
			line(this.language.of(task.title()) + say("（", " (") + this.language.of(Words.of(step.role()))
					+ ((who != null) ? " " + who : "")
					+ say("，应于 " + time(task.due()) + " 前完成）", ", due " + time(task.due()) + ")"));
		}
	}

	private void outcome() {
		Outcome outcome = switch (this.emergency.state()) {
			case EmergencyState.Active active -> null;
			case EmergencyState.Ending ending -> null;
			case EmergencyState.Ended ended -> ended.outcome();
			case EmergencyState.Closed closed -> closed.outcome();
		};
		Instant ended = this.emergency.endedAt();
		section("结果", "Outcome");
		if (outcome == null || ended == null) {
			line(say("尚未结束。", "It has not ended yet."));
			return;
		}
		field("结论", "Result", this.language.of(Words.of(outcome)));
		field("结束时间", "Ended", moment(ended));
		field("历时", "Lasted", span(ended.getEpochSecond() - this.emergency.declaration().at().getEpochSecond()));
	}

	private void times() {
		Score score = Score.of(this.emergency);
		section("与预案对照", "Against the plan");
		line(say("计入 " + score.of() + " 步，按时 " + score.within() + " 步，评定：" + Words.of(score.grade()).zh() + "。",
				score.within() + " of " + score.of() + " steps in time: " + Words.of(score.grade()).en() + "."));
		for (ContingencyPlan.Step step : this.emergency.plan().steps()) {
			Score.StepTime time = score.steps().get(step.id());
			String target = (time != null) ? span(time.targetSeconds()) : "";
			Long took = (time != null) ? time.tookSeconds() : null;
			if (time == null) {
				field(step.title(), say("未执行，不计入", "left out, does not count"));
			}
			else if (took == null) {
				field(step.title(), say("未完成，目标 " + target, "not done, target " + target));
			}
			else {
				field(step.title(), say("用时 " + span(took) + "，目标 " + target + (time.within() ? "" : "，超时"),
						"took " + span(took) + ", target " + target + (time.within() ? "" : ", late")));
			}
		}
	}

	private void review() {
		List<Finding> findings = this.emergency.papers().findings();
		section("复盘与整改", "Review");
		if (findings.isEmpty()) {
			line(say("暂无整改事项。", "No findings yet."));
		}
		for (Finding finding : findings) {
			String state = (finding.mendedAt() != null) ? say("已整改", "mended")
					: say(finding.due() + " 前完成", "due " + finding.due());
			line(finding.text() + say("（", " (") + finding.owner() + say("，", ", ") + state + say("）", ")"));
		}
	}

	private String place(List<HallZoneId> zones) {
		if (zones.isEmpty()) {
			return say("整个大厅", "the whole hall");
		}
		return zones.equals(this.emergency.declaration().zones())
				? this.language.of(this.emergency.declaration().place())
				: zones.stream().map(HallZoneId::value).collect(Collectors.joining(say("、", ", ")));
	}

	private String by(String who, Instant at) {
		return say("（", " (") + who + " " + time(at) + say("）", ")");
	}

	private String moment(Instant at) {
		LocalDate day = LocalDate.ofInstant(at, this.zone);
		return say(day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日", day.toString())
				+ " " + TIME.format(at.atZone(this.zone));
	}

	/** With its day, if that is another than that of the declaration. */
	private String time(Instant at) {
		LocalDate day = LocalDate.ofInstant(at, this.zone);
		boolean sameDay = day.equals(LocalDate.ofInstant(this.emergency.declaration().at(), this.zone));
		return (sameDay ? "" : day + " ") + TIME.format(at.atZone(this.zone));
	}

	private String span(long seconds) {
		List<String> parts = new ArrayList<>();
		part(parts, seconds / 3_600, say(" 小时", " h"));
		part(parts, seconds % 3_600 / 60, say(" 分", " min"));
		part(parts, seconds % 60, say(" 秒", " s"));
		return parts.isEmpty() ? say("0 秒", "0 s") : String.join(" ", parts);
	}

	private static void part(List<String> parts, long number, String unit) {
		if (number > 0) {
			parts.add(number + unit);
		}
	}

	private void section(String zh, String en) {
		this.lines.add("");
		this.lines.add(say(NUMERALS.charAt(this.sections) + "、" + zh, (this.sections + 1) + ". " + en));
		this.sections++;
	}

	private void field(Label name, String value) {
		line(this.language.of(name) + say("：", ": ") + value);
	}

	private void field(String zh, String en, String value) {
		line(say(zh + "：", en + ": ") + value);
	}

	/** One line, whatever people have written into it. */
	private void line(String text) {
		this.lines.add(text.strip().replaceAll("\\s*\\R\\s*", " "));
	}

	private String say(String zh, String en) {
		return (this.language == Language.ZH) ? zh : en;
	}

}
