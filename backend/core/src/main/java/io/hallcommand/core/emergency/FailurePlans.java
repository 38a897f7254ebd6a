package io.hallcommand.core.emergency;

import static io.hallcommand.core.emergency.EmergencyRole.COMMANDER;
import static io.hallcommand.core.emergency.EmergencyRole.EVACUATION;
import static io.hallcommand.core.emergency.EmergencyRole.LIAISON;
import static io.hallcommand.core.emergency.EmergencyRole.MEDICAL;
import static io.hallcommand.core.emergency.EmergencyRole.PUBLICITY;
import static io.hallcommand.core.emergency.EmergencyRole.SECURITY;
import static io.hallcommand.core.emergency.EmergencyRole.SERVICE;
import static io.hallcommand.core.emergency.EmergencyRole.TECHNICAL;

/**
 * Standard plans for what fails in the house, or comes over it from outside.
 */
final class FailurePlans {

	static final ContingencyPlan UTILITY_FAILURE = PlanBuilder.plan("水电故障", "Power or water failure", Instruction.NONE)
		.scales(EventSeverity.ORDINARY, ResponseLevel.LEVEL_3)
		.stopsService()
		.action("请原地等候", "Please wait here")
		.elsewhere("{zone}暂停办理", "Service has stopped in {zone}")
		.rule("不乘电梯", "No lifts")
		.rule("注意脚下", "Mind your step")
		.rule("票号保留", "Tickets stay valid")
		.step("find", TECHNICAL, 300, "查明故障范围，切断危险线路", "Find how far it goes, cut unsafe lines")
		.step("lifts", SECURITY, 300, "检查电梯，解救被困人员", "Look into lifts, free who is caught")
		.step("back-up", TECHNICAL, 300, "启用应急照明和备用电源", "Start emergency light and back-up power")
		.call("call-95598", LIAISON, "95598", 600, "停电报 95598，停水报供水单位", "Power: call 95598; water: call the supplier",
				"find")
		.step("calm", EVACUATION, 300, "安抚群众，防止拥挤", "Calm people, prevent crowding")
		.step("save-cases", SERVICE, 600, "保存在办件，登记未办结群众", "Save open cases, note who was being served")
		.reportUp()
		.keepTickets(600, "find")
		.step("divert", SERVICE, 1_200, "引导到其他区或线上办理", "Lead people to other zones or online", "find")
		.step("restore", TECHNICAL, 7_200, "送电通水后逐项检查", "Check all when power or water is back", "find")
		.step("reopen", COMMANDER, 1_800, "恢复窗口，按原票号叫号", "Reopen windows, call tickets as they were", "restore")
		.reports(StandardPlans.HOUR, StandardPlans.TEAM);

	/** Windows go on by hand; who wants to stop them instructs so. */
	static final ContingencyPlan NETWORK_FAILURE = PlanBuilder.plan("系统故障", "System failure", Instruction.NONE)
		.scales(EventSeverity.ORDINARY, ResponseLevel.LEVEL_3)
		.action("办理较慢", "Service is slow")
		.elsewhere("{zone}办理较慢", "Service is slow in {zone}")
		.rule("可先留下材料", "You may leave papers")
		.rule("可预约改日", "You may book a day")
		.rule("票号保留", "Tickets stay valid")
		.step("find", TECHNICAL, 300, "判断是网络、系统还是设备", "Tell network, system and device apart")
		.step("by-hand", SERVICE, 600, "改为手工收件，出具收件凭证", "Take papers by hand, give receipts")
		.step("notice", PUBLICITY, 300, "公告故障和预计恢复时间", "Announce it and when it may end")
		.step("call-provider", LIAISON, 600, "联系运维和运营商报修", "Call the operator and the provider", "find")
		.step("isolate", TECHNICAL, 900, "疑似攻击时断网并保留日志", "If attacked: disconnect, keep logs", "find")
		.step("switch-over", TECHNICAL, 1_800, "切换备用线路或备用系统", "Switch to the spare line or system", "find")
		.reportUp()
		.keepTickets(900)
		.step("divert", SERVICE, 1_200, "急件引导到其他大厅", "Send urgent cases to other halls", "find")
		.step("restore", TECHNICAL, 7_200, "恢复系统并核对数据", "Restore the system, check its data", "find")
		.step("catch-up", SERVICE, 14_400, "补录手工件，通知群众结果", "Enter what was taken by hand, tell visitors", "by-hand",
				"restore")
		.reports(StandardPlans.HOUR, StandardPlans.TEAM);

	static final ContingencyPlan NATURAL_DISASTER = PlanBuilder.plan("自然灾害", "Natural disaster", Instruction.SHELTER)
		.scales(EventSeverity.LARGE, ResponseLevel.LEVEL_2)
		.wholeHall()
		.stopsService()
		.endNeedsTwo()
		.action("请就地避险", "Take shelter here")
		.elsewhere("请勿前往{zone}", "Keep away from {zone}")
		.rule("远离玻璃吊物", "Keep off glass")
		.rule("护住头部", "Protect your head")
		.rule("不乘电梯", "No lifts")
		.rule("听从现场引导", "Follow the staff")
		.step("announce", PUBLICITY, 60, "广播险情，就地避险", "Announce it: take shelter here")
		.step("shelter", EVACUATION, 180, "引导群众到避险位置", "Lead people to sheltered places")
		.step("doors", SECURITY, 300, "关闭门窗，挡水加固，管住出入口", "Shut doors and windows, hold the entrance")
		.step("cut-power", TECHNICAL, 300, "切断危险区水电气", "Cut power, gas, water where it is unsafe")
		.call("call-119", LIAISON, "119", 300, "有人被困拨打 119 求援", "If any are trapped call 119")
		.call("call-120", MEDICAL, "120", 300, "有人受伤拨打 120，先行救护", "If any are hurt call 120, give first aid")
		.muster(900, "shelter")
		.reportUp()
		.step("forecast", LIAISON, 900, "联系气象、应急部门，跟踪预警", "Ask the weather and emergency offices")
		.keepTickets(1_200, "shelter")
		.step("inspect", TECHNICAL, 7_200, "险情过后检查房屋和线路", "Inspect house and lines afterwards", "muster")
		.step("restore", COMMANDER, 3_600, "确认安全后恢复开放", "Reopen when it is safe", "inspect")
		.reports(StandardPlans.HALF_AN_HOUR, StandardPlans.TEAM);

	private FailurePlans() {
	}

}
