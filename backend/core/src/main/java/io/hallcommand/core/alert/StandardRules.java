package io.hallcommand.core.alert;

import java.util.List;

import io.hallcommand.core.place.Label;

/**
 * The rules of a hall for which nobody has made others. Where no clause backs a number,
 * its basis says "team default".
 */
public final class StandardRules {

	private static final String TEAM = "team default";

	private static final AlertRule.Step MANAGER_SOON = new AlertRule.Step(300, Duty.MANAGER, Severity.MAJOR);

	private static final AlertRule.Step UPPER_LATER = new AlertRule.Step(900, Duty.UPPER, Severity.CRITICAL);

	private static final List<AlertRule.Step> STEPS = List.of(MANAGER_SOON, UPPER_LATER);

	/** Nobody is to be reminded more often than every quarter of an hour. */
	private static final int REMIND = 900;

	/** The rule of alerts that a hall below asks for help with. */
	public static final String BELOW = "below";

	static final AlertTexts ASKED = new AlertTexts(
			new Label("联系下级大厅，确认有人处理。", "Call the hall below; make sure that somebody sees to it."), TEAM);

	/** The standard rules; a hall is always open unless it says when it is. */
	public static final AlertPolicy POLICY = new AlertPolicy(OpeningHours.ALWAYS, List.of(
			rule("wait-overtime", AlertKind.WAIT_OVERTIME, Unit.PERCENT,
					List.of(new AlertRule.Level(67, 67, Severity.MINOR, new Label("等候将超时", "Wait limit near")),
							level(100, Severity.CRITICAL)),
					0, 60, new Label("等候超时", "Wait overtime"),
					new Label("增开窗口或引导到其他窗口，向等候群众说明情况。",
							"Open another window or lead people to others; tell those who wait."),
					TEAM + ": 30 min, warning at 20"),
			rule("service-overtime", AlertKind.SERVICE_OVERTIME, Unit.PERCENT,
					List.of(level(100, Severity.MINOR), level(200, Severity.MAJOR)), 0, 0,
					new Label("办理超时", "Service overtime"),
					new Label("到窗口了解情况，必要时安排帮办或转其他窗口。",
							"Ask at the window; send an assistant or pass the visitor on if need be."),
					TEAM),
			rule("call-unanswered", AlertKind.CALL_UNANSWERED, Unit.SECONDS, List.of(level(180, Severity.MINOR)), 0, 0,
					new Label("叫号未到", "Call unanswered"),
					new Label("再叫一次；三次不到按过号处理。", "Call again; after three calls it is a no-show."),
					TEAM + ": 3 calls, then no-show"),
			rule("window-idle", AlertKind.WINDOW_IDLE, Unit.SECONDS, List.of(level(180, Severity.MAJOR)), 0, 0,
					new Label("空闲有人等", "Idle while people wait"),
					new Label("请窗口叫号，或检查叫号器。", "Have the window call, or look at its caller."), TEAM),
			rule("window-away", AlertKind.WINDOW_AWAY, Unit.SECONDS, List.of(level(900, Severity.MAJOR)), 0, 0,
					new Label("离岗超时", "Away from post"),
					new Label("联系窗口人员返岗，或安排顶岗。", "Call the staff back, or send a substitute."),
					"苍南 2019: 15 min or more away without leave is a finding"),
			rule("queue-unmanned", AlertKind.QUEUE_UNMANNED, Unit.SECONDS, List.of(level(120, Severity.CRITICAL)), 0, 0,
					new Label("无人受理", "Nobody serves this queue"),
					new Label("立即开一个窗口，或把群众引导到综合窗口。",
							"Open a window at once, or lead people to a comprehensive window."),
					TEAM),
			new AlertRule("queue-length", AlertKind.QUEUE_LENGTH, true, Scope.HALL, Unit.PEOPLE,
					List.of(new AlertRule.Level(20, 16, Severity.MAJOR)), 60, 60, null, STEPS, REMIND,
					new Label("排队过长", "Long queue"), new Label("开放潮汐窗口分流。", "Open a tidal window."),
					"长沙天心 2015 (press): more than 20 people waiting"),
			new AlertRule("hall-load", AlertKind.HALL_LOAD, true, Scope.HALL, Unit.PERCENT,
					List.of(new AlertRule.Level(80, 75, Severity.MINOR), new AlertRule.Level(90, 85, Severity.MAJOR),
							new AlertRule.Level(100, 95, Severity.CRITICAL)),
					60, 60, null, STEPS, REMIND, new Label("大厅满载", "Hall full"),
					new Label("控制入口人流，广播引导到其他大厅或线上办理。", "Slow the entrance; announce other halls and online services."),
					"旅游法 art 45 and scenic-area practice: 80, 90, 100 %"),
			rule("source-silent", AlertKind.SOURCE_SILENT, Unit.SECONDS, List.of(level(3600, Severity.MINOR)), 0, 0,
					new Label("设备静默", "Device silent"),
					new Label("检查设备的电源和网络。", "Look at the device's power and network."), TEAM),
			rule("clock-off", AlertKind.CLOCK_OFF, Unit.SECONDS, List.of(level(120, Severity.MINOR)), 60, 60,
					new Label("设备时钟不准", "Device clock off"),
					new Label("校准设备时间，接入对时服务。", "Set the device's clock; connect it to a time server."), TEAM),
			always(rule("step-overdue", AlertKind.STEP_OVERDUE, Unit.PERCENT,
					List.of(level(100, Severity.MAJOR), level(200, Severity.CRITICAL)), 0, 0,
					new Label("处置超时", "Step overdue"),
					new Label("联系负责人，立即完成或换人。", "Call whoever has it; have it done now, or by another."), TEAM)),
			always(rule("report-due", AlertKind.REPORT_DUE, Unit.PERCENT,
					List.of(new AlertRule.Level(75, 75, Severity.MAJOR, new Label("报告将到期", "Report due soon")),
							level(100, Severity.CRITICAL)),
					0, 0, new Label("报告已到期", "Report overdue"),
					new Label("按时间线起草，核对后报送。", "Draft it from the timeline, check it, file it."),
					"突发事件应对法 2024 art 61: report at once, never late")),
			always(rule("finding-due", AlertKind.FINDING_DUE, Unit.PERCENT, List.of(level(100, Severity.MAJOR)), 0, 0,
					new Label("整改到期", "Finding not mended"),
					new Label("联系责任人，说明进度。", "Ask whoever has it how far it is."), "突发事件应对法 2024 arts 87, 92: review")),
			rule(BELOW, AlertKind.BELOW, Unit.SECONDS, List.of(level(0, Severity.MINOR)), 0, 0,
					new Label("下级告警", "Alert below"), ASKED.guidance(), TEAM)));

	private StandardRules() {
	}

	/** An emergency does not keep opening hours. */
	private static AlertRule always(AlertRule rule) {
		return new AlertRule(rule.id(), rule.kind(), rule.enabled(), rule.scope(), rule.unit(), rule.levels(),
				rule.onDelaySeconds(), rule.offDelaySeconds(), OpeningHours.ALWAYS, rule.escalation(),
				rule.remindAfterSeconds(), rule.title(), rule.guidance(), rule.basis());
	}

	private static AlertRule.Level level(double threshold, Severity severity) {
		return new AlertRule.Level(threshold, severity);
	}

	private static AlertRule rule(String id, AlertKind kind, Unit unit, List<AlertRule.Level> levels, int onDelay,
			int offDelay, Label title, Label guidance, String basis) {
		return new AlertRule(id, kind, true, Scope.HALL, unit, levels, onDelay, offDelay, null, STEPS, REMIND, title,
				guidance, basis);
	}

}
