package io.hallcommand.core.emergency;

/**
 * Who does what in an emergency.
 */
public enum EmergencyRole {

	/** 总指挥. */
	COMMANDER,
	/** 疏散引导. */
	EVACUATION,
	/** 安全保卫. */
	SECURITY,
	/** 医疗救护. */
	MEDICAL,
	/** 技术保障. */
	TECHNICAL,
	/** 联络报告. */
	LIAISON,
	/** 窗口服务. */
	SERVICE,
	/** 信息发布. */
	PUBLICITY

}
