package io.hallcommand.core.emergency;

/**
 * The plans of a hall that has made none of its own. Where no clause backs a number, its
 * basis says "team default".
 */
final class StandardPlans {

	/** The kind is on the list of the standard; what is said at once is also written. */
	static final String AT_ONCE = "湖南《政务服务大厅管理规范》 part 5: kind; 突发事件应对法 2024 art 61: report at once, arts 78, 87, 92: "
			+ "rescue and review; ";

	/** In writing, after the call. */
	static final int HALF_AN_HOUR = 1_800;

	static final int HOUR = 3_600;

	static final String TEAM = AT_ONCE + "all numbers: team default";

	static final String WORK_ACCIDENT = AT_ONCE
			+ "生产安全事故报告和调查处理条例 art 9: work accident within 1 h; other numbers: team default";

	private StandardPlans() {
	}

	static ContingencyPlan plan(EmergencyKind kind) {
		return switch (kind) {
			case UTILITY_FAILURE -> FailurePlans.UTILITY_FAILURE;
			case PUBLIC_ORDER -> SecurityPlans.PUBLIC_ORDER;
			case MASS_INCIDENT -> SecurityPlans.MASS_INCIDENT;
			case NETWORK_FAILURE -> FailurePlans.NETWORK_FAILURE;
			case NATURAL_DISASTER -> FailurePlans.NATURAL_DISASTER;
			case FIRE -> EvacuationPlans.FIRE;
			case EPIDEMIC -> HealthPlans.EPIDEMIC;
			case DANGEROUS_GOODS -> EvacuationPlans.DANGEROUS_GOODS;
			case EXPLOSION -> EvacuationPlans.EXPLOSION;
			case GAS_LEAK -> EvacuationPlans.GAS_LEAK;
			case SUDDEN_ILLNESS -> HealthPlans.SUDDEN_ILLNESS;
			case ACCIDENTAL_INJURY -> HealthPlans.ACCIDENTAL_INJURY;
		};
	}

}
