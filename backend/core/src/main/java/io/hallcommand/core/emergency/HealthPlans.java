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
 * Standard plans for what befalls people's health. For one who is ill or hurt the hall
 * makes way and goes on.
 */
final class HealthPlans {

	static final ContingencyPlan EPIDEMIC = PlanBuilder.plan("疫情处置", "Epidemic response", Instruction.KEEP_AWAY)
		.scales(EventSeverity.LARGE, ResponseLevel.LEVEL_2)
		.stopsService()
		.endNeedsTwo()
		.action("请佩戴口罩", "Wear a mask")
		.elsewhere("请勿进入{zone}", "Do not enter {zone}")
		.rule("保持一米距离", "Keep a metre apart")
		.rule("不适请告知", "Tell us if unwell")
		.rule("留下联系方式", "Leave your contact")
		.rule("优先线上办理", "Go online if you can")
		.step("isolate", MEDICAL, 300, "引导到临时隔离点，佩戴口罩", "Lead the person apart, give a mask")
		.step("call-cdc", LIAISON, 900, "报告属地疾控机构", "Report to the disease-control office")
		.call("call-120", MEDICAL, "120", 600, "联系 120 负压车转运", "Have 120 fetch the person", "isolate")
		.step("close-zone", SECURITY, 600, "封闭相关区域，单向离开", "Close the zone, one way out")
		.step("contacts", EVACUATION, 3_600, "登记密切接触者联系方式", "Write down who was near", "close-zone")
		.step("protect-staff", SERVICE, 600, "工作人员防护到位", "Protect the staff")
		.reportUp()
		.step("air", TECHNICAL, 900, "停集中空调，开窗通风", "Stop the air system, open windows")
		.step("statement", PUBLICITY, 3_600, "按统一口径告知群众", "Tell visitors, in agreed words", "call-cdc")
		.keepTickets(1_200, "close-zone")
		.step("disinfect", TECHNICAL, 14_400, "疾控指导下终末消毒", "Disinfect as disease control says", "call-120")
		.step("restore", COMMANDER, 7_200, "疾控同意后恢复窗口", "Reopen when disease control agrees", "disinfect")
		.reports(7_200,
				StandardPlans.AT_ONCE + "突发公共卫生事件应急条例 art 20: public health within 2 h; other numbers: team default");

	static final ContingencyPlan SUDDEN_ILLNESS = PlanBuilder.plan("突发疾病", "Sudden illness", Instruction.KEEP_AWAY)
		.action("请让出通道", "Please make way")
		.elsewhere("请绕行{zone}", "Go around {zone}")
		.rule("不围观不拍摄", "Do not gather or film")
		.rule("会急救请上前", "First aiders: help us")
		.rule("其他区照常办理", "Other zones are open")
		.call("call-120", LIAISON, "120", 60, "拨打 120，说明症状和位置", "Call 120: signs and place")
		.step("first-aid", MEDICAL, 120, "就地急救，不随意搬动", "Give first aid, do not move the person")
		.step("aed", MEDICAL, 180, "取来急救箱和 AED", "Fetch the first-aid box and the AED")
		.step("space", SECURITY, 180, "疏散围观，留出通道", "Keep people back, clear a way")
		.step("ambulance", SECURITY, 900, "门口接应救护车", "Meet the ambulance at the door", "call-120")
		.step("family", LIAISON, 900, "联系家属，保管随身物品", "Call the family, keep belongings")
		.reportUp()
		.step("hand-over", MEDICAL, 1_800, "向急救人员交接病情", "Tell the ambulance crew what happened", "first-aid")
		.keepTickets(900, "space")
		.step("restore", COMMANDER, 1_800, "清理现场，恢复窗口", "Clear up, reopen the windows", "hand-over")
		.reports(StandardPlans.HOUR, StandardPlans.TEAM);

	static final ContingencyPlan ACCIDENTAL_INJURY = PlanBuilder.plan("意外受伤", "Injury", Instruction.KEEP_AWAY)
		.action("请让出通道", "Please make way")
		.elsewhere("请绕行{zone}", "Go around {zone}")
		.rule("不围观不拍摄", "Do not gather or film")
		.rule("注意脚下", "Mind your step")
		.rule("其他区照常办理", "Other zones are open")
		.step("first-aid", MEDICAL, 120, "止血包扎，不随意搬动", "Stop bleeding, do not move the person")
		.call("call-120", LIAISON, "120", 120, "伤重拨打 120", "If it is grave call 120")
		.step("hazard", TECHNICAL, 300, "排除致伤隐患，设警示", "Remove the cause, put up a warning")
		.step("space", SECURITY, 180, "疏散围观，留出通道", "Keep people back, clear a way")
		.step("family", LIAISON, 900, "联系家属，陪同就医", "Call the family, go along to hospital")
		.step("evidence", SECURITY, 1_800, "留存照片、证人和监控时段", "Keep photos, witnesses and camera hours")
		.reportUp()
		.keepTickets(900, "space")
		.step("restore", COMMANDER, 1_800, "隐患消除后恢复窗口", "Reopen when the cause is gone", "hazard")
		.reports(StandardPlans.HOUR, StandardPlans.WORK_ACCIDENT);

	private HealthPlans() {
	}

}
