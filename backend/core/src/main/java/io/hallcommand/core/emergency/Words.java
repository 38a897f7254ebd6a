package io.hallcommand.core.emergency;

import io.hallcommand.core.place.Label;

/**
 * What people call the members of the enums.
 */
public final class Words {

	private Words() {
	}

	public static Label of(EventSeverity severity) {
		return switch (severity) {
			case ESPECIALLY_SERIOUS -> new Label("特别重大", "especially serious");
			case SERIOUS -> new Label("重大", "serious");
			case LARGE -> new Label("较大", "large");
			case ORDINARY -> new Label("一般", "ordinary");
		};
	}

	public static Label of(WarningLevel level) {
		return switch (level) {
			case RED -> new Label("红色", "red");
			case ORANGE -> new Label("橙色", "orange");
			case YELLOW -> new Label("黄色", "yellow");
			case BLUE -> new Label("蓝色", "blue");
		};
	}

	public static Label of(ResponseLevel level) {
		return switch (level) {
			case LEVEL_1 -> new Label("一级", "level 1");
			case LEVEL_2 -> new Label("二级", "level 2");
			case LEVEL_3 -> new Label("三级", "level 3");
			case LEVEL_4 -> new Label("四级", "level 4");
		};
	}

	public static Label of(Instruction instruction) {
		return switch (instruction) {
			case EVACUATE -> new Label("疏散", "evacuate");
			case SHELTER -> new Label("就地避险", "take shelter");
			case KEEP_AWAY -> new Label("请勿靠近", "keep away");
			case NONE -> new Label("无", "none");
		};
	}

	public static Label of(Outcome outcome) {
		return switch (outcome) {
			case RESOLVED -> new Label("已处置", "resolved");
			case FALSE_ALARM -> new Label("误报", "false alarm");
			case MERGED -> new Label("并入另一事件", "merged into another");
		};
	}

	public static Label of(EmergencyRole role) {
		return switch (role) {
			case COMMANDER -> new Label("总指挥", "commander");
			case EVACUATION -> new Label("疏散引导", "evacuation");
			case SECURITY -> new Label("安全保卫", "security");
			case MEDICAL -> new Label("医疗救护", "medical");
			case TECHNICAL -> new Label("技术保障", "technical");
			case LIAISON -> new Label("联络报告", "liaison");
			case SERVICE -> new Label("窗口服务", "service");
			case PUBLICITY -> new Label("信息发布", "publicity");
		};
	}

	public static Label of(ReportKind kind) {
		return switch (kind) {
			case FIRST -> new Label("首报", "First report");
			case FOLLOW_UP -> new Label("续报", "Follow-up report");
			case FINAL -> new Label("终报", "Final report");
		};
	}

	public static Label of(Score.Grade grade) {
		return switch (grade) {
			case EXCELLENT -> new Label("优秀", "excellent");
			case GOOD -> new Label("良好", "good");
			case PASS -> new Label("合格", "pass");
			case FAIL -> new Label("不合格", "fail");
		};
	}

}
