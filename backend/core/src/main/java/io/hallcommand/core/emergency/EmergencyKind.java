package io.hallcommand.core.emergency;

/**
 * Kinds of incidents, after part 5 of the Hunan standard for government service halls.
 */
public enum EmergencyKind {

	/** 水电故障: water or power fails. */
	UTILITY_FAILURE,
	/** 治安事件: a public-order incident. */
	PUBLIC_ORDER,
	/** 群体性事件: a mass incident. */
	MASS_INCIDENT,
	/** 网络或信息系统故障: the network or an information system fails. */
	NETWORK_FAILURE,
	/** 自然灾害: a natural disaster. */
	NATURAL_DISASTER,
	/** 火灾. */
	FIRE,
	/** 重大呼吸道传染病疫情: a major respiratory epidemic. */
	EPIDEMIC,
	/** 发现危险品: dangerous goods are found. */
	DANGEROUS_GOODS,
	/** 爆炸. */
	EXPLOSION,
	/** 毒气泄漏: poison gas leaks. */
	GAS_LEAK,
	/** 突发疾病: somebody falls ill. */
	SUDDEN_ILLNESS,
	/** 意外伤害: somebody is hurt. */
	ACCIDENTAL_INJURY

}
