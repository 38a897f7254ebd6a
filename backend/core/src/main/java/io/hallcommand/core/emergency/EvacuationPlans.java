package io.hallcommand.core.emergency;

import static io.hallcommand.core.emergency.EmergencyRole.COMMANDER;
import static io.hallcommand.core.emergency.EmergencyRole.EVACUATION;
import static io.hallcommand.core.emergency.EmergencyRole.LIAISON;
import static io.hallcommand.core.emergency.EmergencyRole.MEDICAL;
import static io.hallcommand.core.emergency.EmergencyRole.PUBLICITY;
import static io.hallcommand.core.emergency.EmergencyRole.SECURITY;
import static io.hallcommand.core.emergency.EmergencyRole.TECHNICAL;

/**
 * Standard plans for what empties the hall. People first: nobody who leads others out
 * waits for a call or a switch.
 */
final class EvacuationPlans {

	static final ContingencyPlan FIRE = evacuation("火警", "Fire", EventSeverity.LARGE).rule("不乘电梯", "No lifts")
		.rule("弯腰捂住口鼻", "Stay low, cover mouth")
		.rule("不回头取物", "Do not go back")
		.rule("听从现场引导", "Follow the staff")
		.call("call-119", LIAISON, "119", 60, "拨打 119 报警", "Call the fire service")
		.step("announce", PUBLICITY, 60, "广播疏散，打开出口和闸机", "Announce it, open exits and gates")
		.step("fight-small", SECURITY, 120, "用灭火器扑救初起火，不冒险", "Fight a small fire, take no risk")
		.step("evacuate", EVACUATION, 300, "引导群众从安全出口撤离", "Lead people out by safe exits")
		.step("assist", EVACUATION, 300, "协助老人、儿童和残疾人撤离", "Help the old, children, the disabled")
		.step("cut-power", TECHNICAL, 180, "切断火区电源燃气，停用电梯", "Cut power and gas there, stop lifts")
		.call("call-120", MEDICAL, "120", 180, "有人受伤拨打 120，先行救护", "If any are hurt call 120, give first aid")
		.step("cordon", SECURITY, 600, "设警戒线，接应消防车", "Cordon it off, meet the fire engines", "call-119")
		.muster(600, "evacuate")
		.reportUp()
		.keepTickets(1_200, "muster")
		.step("restore", COMMANDER, 7_200, "消防确认安全后恢复水电和窗口", "Restore all when the fire service agrees", "muster")
		.reports(StandardPlans.HOUR, StandardPlans.WORK_ACCIDENT);

	static final ContingencyPlan EXPLOSION = evacuation("爆炸", "Explosion", EventSeverity.SERIOUS)
		.rule("不乘电梯", "No lifts")
		.rule("护住头部", "Protect your head")
		.rule("远离玻璃", "Keep off glass")
		.rule("不碰可疑物品", "Touch nothing unknown")
		.call("call-110", LIAISON, "110", 60, "拨打 110 报警", "Call the police")
		.call("call-119", LIAISON, "119", 120, "拨打 119 请求救援", "Call the fire service")
		.call("call-120", MEDICAL, "120", 120, "拨打 120，分拣并救护伤员", "Call 120, sort and treat the wounded")
		.step("announce", PUBLICITY, 60, "广播疏散，避开爆炸点", "Announce it, lead around the place")
		.step("evacuate", EVACUATION, 300, "引导群众从安全出口撤离", "Lead people out by safe exits")
		.step("cut-power", TECHNICAL, 180, "切断水电气，防止次生事故", "Cut power, gas, water against more harm")
		.step("cordon", SECURITY, 600, "封锁现场，防二次爆炸，保护证据", "Seal it: a second blast, the evidence", "evacuate")
		.muster(600, "evacuate")
		.reportUp()
		.step("families", LIAISON, 3_600, "接待家属，核对伤员去向", "Receive families, trace the wounded", "muster")
		.keepTickets(1_200, "muster")
		.step("restore", COMMANDER, 14_400, "警方和消防验收后恢复开放", "Reopen when police and fire service agree", "cordon",
				"muster")
		.reports(StandardPlans.HOUR, StandardPlans.WORK_ACCIDENT);

	static final ContingencyPlan GAS_LEAK = evacuation("毒气泄漏", "Gas leak", EventSeverity.SERIOUS)
		.rule("捂住口鼻", "Cover nose and mouth")
		.rule("向上风处撤离", "Move upwind")
		.rule("不开关电器", "Touch no switches")
		.rule("不用明火", "No open flames")
		.call("call-119", LIAISON, "119", 60, "在室外拨打 119 报警", "Call the fire service from outside")
		.step("announce", PUBLICITY, 60, "喊话疏散，向上风处撤离", "Call out: leave, move upwind")
		.step("evacuate", EVACUATION, 300, "引导群众到上风处集合", "Lead people to a place upwind")
		.step("shut-off", TECHNICAL, 180, "关阀停空调，防爆断电，开门窗", "Shut valves and air systems, cut power safely")
		.call("call-120", MEDICAL, "120", 180, "中毒人员移到通风处，拨打 120", "Poisoned to fresh air, call 120")
		.call("call-110", SECURITY, "110", 300, "拨打 110，禁止车辆和人员进入", "Call the police, let nobody in")
		.muster(600, "evacuate")
		.reportUp()
		.step("neighbours", LIAISON, 900, "通知燃气单位和下风向邻近单位", "Tell the gas supplier and those downwind", "call-119")
		.keepTickets(1_200, "muster")
		.step("measure", TECHNICAL, 7_200, "专业人员检测合格", "Have experts find the air clean", "muster", "shut-off")
		.step("restore", COMMANDER, 3_600, "恢复通风供电，逐区开放", "Restore air and power, reopen zones", "measure")
		.reports(StandardPlans.HOUR, StandardPlans.WORK_ACCIDENT);

	static final ContingencyPlan DANGEROUS_GOODS = evacuation("发现危险品", "Dangerous goods", EventSeverity.LARGE)
		.rule("不碰不动", "Do not touch it")
		.rule("不用手机对讲", "No phones near it")
		.rule("不围观拍照", "Do not gather or film")
		.rule("听从现场引导", "Follow the staff")
		.call("call-110", LIAISON, "110", 60, "离开现场拨打 110 报警", "Call the police from a distance")
		.step("keep-off", SECURITY, 60, "原物不动，隔离周边", "Leave it as it is, clear around it")
		.step("announce", PUBLICITY, 120, "广播疏散，避开物品所在区", "Announce it, lead around that zone")
		.step("evacuate", EVACUATION, 300, "引导群众从远端出口撤离", "Lead people out by the far exits")
		.call("stand-by", MEDICAL, "120", 300, "通知 119、120 待命", "Have 119 and 120 stand by")
		.muster(600, "evacuate")
		.reportUp()
		.step("witnesses", SECURITY, 1_200, "留下目击者，保存监控时段", "Keep witnesses and the camera hours", "evacuate")
		.step("hand-over", SECURITY, 1_800, "向警方移交现场，配合排查", "Hand it to the police, help them search", "call-110")
		.keepTickets(1_200, "muster")
		.step("restore", COMMANDER, 7_200, "警方排除危险后恢复开放", "Reopen when the police have cleared it", "hand-over",
				"muster")
		.reports(StandardPlans.HALF_AN_HOUR, StandardPlans.TEAM);

	private EvacuationPlans() {
	}

	private static PlanBuilder evacuation(String zh, String en, EventSeverity severity) {
		return PlanBuilder.plan(zh, en, Instruction.EVACUATE)
			.scales(severity, ResponseLevel.LEVEL_1)
			.wholeHall()
			.stopsService()
			.endNeedsTwo()
			.action("请立即撤离", "Leave now")
			.elsewhere("请勿前往{zone}", "Keep away from {zone}");
	}

}
