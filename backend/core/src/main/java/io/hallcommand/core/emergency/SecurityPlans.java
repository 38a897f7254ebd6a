package io.hallcommand.core.emergency;

import static io.hallcommand.core.emergency.EmergencyRole.COMMANDER;
import static io.hallcommand.core.emergency.EmergencyRole.EVACUATION;
import static io.hallcommand.core.emergency.EmergencyRole.LIAISON;
import static io.hallcommand.core.emergency.EmergencyRole.MEDICAL;
import static io.hallcommand.core.emergency.EmergencyRole.PUBLICITY;
import static io.hallcommand.core.emergency.EmergencyRole.SECURITY;
import static io.hallcommand.core.emergency.EmergencyRole.SERVICE;

/**
 * Standard plans for what people do to each other.
 */
final class SecurityPlans {

	static final ContingencyPlan PUBLIC_ORDER = PlanBuilder.plan("治安事件", "Public-order incident", Instruction.KEEP_AWAY)
		.scales(EventSeverity.ORDINARY, ResponseLevel.LEVEL_3)
		.stopsService()
		.action("请离开此区", "Leave this area")
		.elsewhere("请勿靠近{zone}", "Keep away from {zone}")
		.rule("不围观不拍摄", "Do not gather or film")
		.rule("听从现场引导", "Follow the staff")
		.rule("其他区照常办理", "Other zones are open")
		.step("part", SECURITY, 120, "保安到场，隔开双方", "Guards come and part them")
		.call("call-110", LIAISON, "110", 120, "拨打 110 报警", "Call the police")
		.step("clear", EVACUATION, 180, "疏散周边群众，保护老人儿童", "Clear the zone, mind the old and children")
		.step("protect-staff", SERVICE, 120, "窗口人员退到安全处", "Window staff move to safety")
		.call("call-120", MEDICAL, "120", 180, "有人受伤拨打 120，先行救护", "If any are hurt call 120, give first aid")
		.step("evidence", SECURITY, 1_200, "保护现场，保存监控时段", "Keep the place and the camera hours", "part")
		.step("hand-over", SECURITY, 1_800, "向警方移交人员和情况", "Hand people and facts to the police", "call-110")
		.reportUp()
		.keepTickets(900, "clear")
		.step("restore", COMMANDER, 3_600, "清理现场，恢复窗口", "Clear up, reopen the windows", "hand-over")
		.reports(StandardPlans.HALF_AN_HOUR, StandardPlans.TEAM);

	static final ContingencyPlan MASS_INCIDENT = PlanBuilder.plan("群体性事件", "Mass incident", Instruction.KEEP_AWAY)
		.scales(EventSeverity.LARGE, ResponseLevel.LEVEL_2)
		.stopsService()
		.endNeedsTwo()
		.action("请勿在此聚集", "Do not gather here")
		.elsewhere("请绕行{zone}", "Go around {zone}")
		.rule("有序离开", "Leave in order")
		.rule("不信谣不传谣", "Spread no rumours")
		.rule("诉求请交代表", "Speak by delegates")
		.step("lead", COMMANDER, 300, "负责人到场，了解诉求", "The head comes and hears what they want")
		.call("call-110", LIAISON, "110", 180, "拨打 110 请求维持秩序", "Ask the police to keep order")
		.step("keep-clear", SECURITY, 300, "保持通道和出口畅通，控制入口", "Keep ways and exits clear, slow the entrance")
		.step("others", EVACUATION, 600, "引导无关群众离开此区", "Lead all others out of the zone")
		.step("delegates", SERVICE, 900, "请推选代表，到接待室对话", "Have delegates speak in a room", "lead")
		.call("call-120", MEDICAL, "120", 300, "有人不适拨打 120，设休息点", "If any are unwell call 120, give them rest")
		.reportUp()
		.call("inform-12345", LIAISON, "12345", 1_800, "通报 12345 和涉事部门到场", "Tell the hotline, have the department come")
		.step("statement", PUBLICITY, 3_600, "统一口径，发布情况说明", "Publish one statement of facts", "lead")
		.keepTickets(1_200, "others")
		.step("answer", COMMANDER, 7_200, "答复诉求，约定办理期限", "Answer, and name a date", "delegates")
		.step("restore", COMMANDER, 3_600, "秩序恢复后开放窗口", "Reopen windows when order is back", "keep-clear")
		.reports(StandardPlans.HALF_AN_HOUR, StandardPlans.TEAM);

	private SecurityPlans() {
	}

}
