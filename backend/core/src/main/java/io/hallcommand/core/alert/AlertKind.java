package io.hallcommand.core.alert;

import java.util.List;

/**
 * What can be wrong.
 */
public enum AlertKind {

	/** 等候超时: the longest wait of a queue is over its limit. */
	WAIT_OVERTIME(Scale.QUEUE, Unit.SECONDS, Unit.PERCENT),
	/** 办理超时: a ticket is at a window longer than its service should take. */
	SERVICE_OVERTIME(Scale.WINDOW, Unit.SECONDS, Unit.PERCENT),
	/** 叫号未到: a ticket was called, and nobody has begun to serve it. */
	CALL_UNANSWERED(Scale.WINDOW, Unit.SECONDS),
	/** 空闲有人等: a window has nothing to do while people wait for it. */
	WINDOW_IDLE(Scale.WINDOW, Unit.SECONDS),
	/** 离岗超时: a window is paused, or its staff are away. */
	WINDOW_AWAY(Scale.WINDOW, Unit.SECONDS),
	/** 无人受理: people wait, and no open window serves their queue. */
	QUEUE_UNMANNED(Scale.QUEUE, Unit.SECONDS),
	/** 排队过长: more people wait than the threshold says. */
	QUEUE_LENGTH(Scale.QUEUE, Unit.PEOPLE),
	/** 大厅满载: as many people are in the hall as the threshold says, or more. */
	HALL_LOAD(Scale.HALL, Unit.PERCENT),
	/** 设备静默: a device that has reported is not heard while the hall works. */
	SOURCE_SILENT(Scale.SOURCE, Unit.SECONDS),
	/** 设备时钟不准: a device's clock is off by the threshold or more. */
	CLOCK_OFF(Scale.SOURCE, Unit.SECONDS),
	/** 步骤超时: a step of a contingency plan is not done in its time. */
	STEP_OVERDUE(Scale.STEP, Unit.SECONDS, Unit.PERCENT),
	/** 报告到期: a report on an emergency is due. */
	REPORT_DUE(Scale.REPORT, Unit.SECONDS, Unit.PERCENT),
	/** 整改到期: what a review found is not mended in its time. */
	FINDING_DUE(Scale.FINDING, Unit.SECONDS, Unit.PERCENT),
	/** 下级告警: an alert of a hall below, which nobody there has acknowledged in time. */
	BELOW(Scale.BELOW, Unit.SECONDS);

	private final Scale scale;

	private final List<Unit> units;

	AlertKind(Scale scale, Unit... units) {
		this.scale = scale;
		this.units = List.of(units);
	}

	/**
	 * What an alert of a kind is about.
	 */
	public enum Scale {

		HALL, QUEUE, WINDOW, SOURCE,
		/** What is to be done in an emergency and after it. */
		STEP, REPORT, FINDING,
		/** A hall below; its alerts are not found by looking, but told. */
		BELOW

	}

	public Scale scale() {
		return this.scale;
	}

	/** In which alerts of this kind are told. */
	public Unit unit() {
		return this.units.getFirst();
	}

	/**
	 * In which a rule of this kind may give its thresholds.
	 */
	public boolean allows(Unit unit) {
		return this.units.contains(unit);
	}

}
