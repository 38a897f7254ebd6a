package io.hallcommand.core.emergency;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportDraftTest {

	private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

	private static final Label HALL = new Label("市政务服务中心", "City Service Centre");

	private static final HallZoneId B = new HallZoneId("B");

	private static final EmergencyId ID = new EmergencyId("e-1");

	private static final Places PLACES = new Places() {

		@Override
		public @Nullable Label zone(HallZoneId id) {
			return new Label(id + " 区", "zone " + id);
		}

		@Override
		public boolean hasExit(String id) {
			return true;
		}

	};

	private final EmergencyBook book = new EmergencyBook();

	private final List<Timeline.Line> whole = new ArrayList<>();

	@Test
	void theFirstReportTellsAllThatIsKnown() {
		fireInZoneB(false);
		at("09:01", "li.qiang", new EmergencyAction.Tick("call-119", "消防 8 分钟到"));
		at("09:02", "li.qiang", new EmergencyAction.Skip("fight-small", "火势较大"));
		at("09:03", "zhou.min", new EmergencyAction.Assign("wang.fang", EmergencyRole.EVACUATION, null));
		at("09:03", "zhou.min", new EmergencyAction.Assign("sun.li", null, "evacuate"));
		at("09:04", "zhou.min", new EmergencyAction.Count(120, 1, null, 2));
		at("09:05", "wang.fang", new EmergencyAction.MusterZone(B, true, 12, null));
		at("09:06", "zhou.min",
				new EmergencyAction.Instruct(Instruction.EVACUATE, null, List.of("east"), "东门有烟\n改走西门"));
		assertThat(draft(ReportKind.FIRST, Language.ZH)).isEqualTo("""
				市政务服务中心B 区火警首报

				一、基本情况
				事件：火警
				地点：市政务服务中心 B 区
				时间：2026 年 11 月 20 日 09:00
				宣布：zhou.min
				报警设备：panel-1
				情况：三号窗口冒烟
				人员分工：疏散引导 wang.fang

				二、等级
				事件级别：较大
				响应级别：一级

				三、人员
				疏散 120 人，受伤 1 人，死亡 0 人，失踪 2 人。
				清点 B：已清空，12 人（wang.fang 09:05）

				四、对公众的指令
				指令：疏散，范围：整个大厅
				封闭出口：east
				以上范围内窗口已停办。

				五、已采取的措施
				09:01 拨打 119 报警：消防 8 分钟到（li.qiang）
				09:02 未执行：用灭火器扑救初起火，不冒险：火势较大（li.qiang）
				09:06 指令调整为疏散：东门有烟 改走西门（zhou.min）

				六、正在进行
				广播疏散，打开出口和闸机（信息发布，应于 09:01 前完成）
				引导群众从安全出口撤离（疏散引导 sun.li，应于 09:05 前完成）
				协助老人、儿童和残疾人撤离（疏散引导，应于 09:05 前完成）
				切断火区电源燃气，停用电梯（技术保障，应于 09:03 前完成）
				有人受伤拨打 120，先行救护（医疗救护，应于 09:03 前完成）
				设警戒线，接应消防车（安全保卫，应于 09:11 前完成）
				电话报告上级和主管部门（联络报告，应于 09:15 前完成）
				""");
	}

	@Test
	void aFollowUpTellsWhatIsNewAndCountsItself() {
		fireInZoneB(false);
		at("09:01", "li.qiang", new EmergencyAction.WriteNote("first"));
		at("09:30", "li.qiang", new EmergencyAction.File(ReportKind.FIRST, "…"));
		at("09:40", "li.qiang", new EmergencyAction.WriteNote("second"));
		assertThat(draft(ReportKind.FOLLOW_UP, Language.EN))
			.startsWith("Follow-up report: Fire in zone B, City Service Centre\n")
			.contains("\n09:40 second (li.qiang)\n")
			.doesNotContain("09:01 first");
		at("09:50", "li.qiang", new EmergencyAction.File(ReportKind.FOLLOW_UP, "…"));
		assertThat(draft(ReportKind.FOLLOW_UP, Language.EN))
			.startsWith("Follow-up report no. 2: Fire in zone B, City Service Centre\n")
			.contains("5. What has been done\nNothing new.\n");
		assertThat(draft(ReportKind.FIRST, Language.EN)).contains("09:01 first", "09:40 second");
	}

	@Test
	void theFinalReportTellsHowItEndedAndHowItWentAgainstThePlan() {
		fireInZoneB(false);
		at("09:01", "li.qiang", new EmergencyAction.Tick("call-119", null));
		at("09:02", "li.qiang", new EmergencyAction.Tick("announce", null));
		at("09:03", "li.qiang", new EmergencyAction.Skip("fight-small", "too big"));
		at("10:05", "zhou.min", new EmergencyAction.End(Outcome.RESOLVED, null));
		at("10:06", "li.qiang", new EmergencyAction.End(Outcome.RESOLVED, "fire service agrees"));
		at("11:00", "zhou.min",
				new EmergencyAction.NoteFinding("exit sign dark", "wang.fang", LocalDate.of(2026, 12, 1)));
		at("11:01", "zhou.min", new EmergencyAction.NoteFinding("hose leaks", "wang.fang", LocalDate.of(2026, 12, 2)));
		at("11:02", "zhou.min", new EmergencyAction.Mend("f2", null));
		assertThat(draft(ReportKind.FINAL, Language.EN)).contains("10:05 End proposed: resolved (zhou.min)\n")
			.contains("10:06 Ended: resolved: fire service agrees (li.qiang)\n")
			.endsWith("""
					6. Outcome
					Result: resolved
					Ended: 2026-11-20 10:06
					Lasted: 1 h 6 min

					7. Against the plan
					1 of 11 steps in time: fail.
					Call the fire service: took 1 min, target 1 min
					Announce it, open exits and gates: took 2 min, target 1 min, late
					Fight a small fire, take no risk: left out, does not count
					Lead people out by safe exits: not done, target 5 min
					Help the old, children, the disabled: not done, target 5 min
					Cut power and gas there, stop lifts: not done, target 3 min
					If any are hurt call 120, give first aid: not done, target 3 min
					Cordon it off, meet the fire engines: not done, target 10 min
					Count the people, find each zone empty: not done, target 10 min
					Report to those above by phone: not done, target 15 min
					Tell visitors: tickets stay valid, first in line later: not done, target 20 min
					Restore all when the fire service agrees: not done, target 2 h

					8. Review
					exit sign dark (wang.fang, due 2026-12-01)
					hose leaks (wang.fang, mended)
					""")
			.doesNotContain("Windows there have stopped");
		assertThat(draft(ReportKind.FINAL, Language.ZH)).contains("历时：1 小时 6 分\n", "评定：不合格");
	}

	@Test
	void aFinalReportOfWhatStillRunsSaysSo() {
		fireInZoneB(false);
		assertThat(draft(ReportKind.FINAL, Language.ZH)).contains("尚未结束。", "暂无整改事项。");
	}

	@Test
	void aDrillIsMarkedInItsFirstLine() {
		fireInZoneB(true);
		for (ReportKind kind : ReportKind.values()) {
			assertThat(draft(kind, Language.ZH)).startsWith("【演练】市政务服务中心B 区火警");
			assertThat(draft(kind, Language.EN)).startsWith("DRILL: ");
		}
	}

	@Test
	void theWholeHallIsNamedOnce() {
		declare(EmergencyKind.NATURAL_DISASTER, List.of(), false);
		assertThat(draft(ReportKind.FIRST, Language.ZH)).startsWith("市政务服务中心自然灾害首报\n")
			.contains("\n地点：市政务服务中心\n")
			.doesNotContain("本大厅");
		assertThat(draft(ReportKind.FIRST, Language.EN))
			.startsWith("First report: Natural disaster, City Service Centre\n");
	}

	@Test
	void allKindsOfLinesCanBeTold() {
		fireInZoneB(false);
		at("09:01", "a", new EmergencyAction.Tick("announce", null));
		at("09:02", "a", new EmergencyAction.Reopen("announce", "nobody heard"));
		at("09:03", "a", new EmergencyAction.Grade(EventSeverity.SERIOUS, null, null, "spreads"));
		at("09:04", "a", new EmergencyAction.End(Outcome.FALSE_ALARM, null));
		at("09:05", "a", new EmergencyAction.Continue("smoke again"));
		order("09:06", "b",
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(B), null, null, "panel-2", false, false, null),
				"e-2");
		order("09:07", "b",
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), null, null, null, false, true, null), "e-3");
		order("09:08", "b", new EmergencyOrder.OnEmergency(new EmergencyId("e-3"), new EmergencyAction.Merge(ID, null)),
				"e-4");
		assertThat(draft(ReportKind.FIRST, Language.EN)).contains("""
				09:01 Announce it, open exits and gates (a)
				09:02 Opened again: Announce it, open exits and gates: nobody heard (a)
				09:03 Now serious: spreads (a)
				09:04 End proposed: false alarm (a)
				09:05 Goes on: smoke again (a)
				09:06 Reported again: panel-2 (b)
				09:08 Took over report e-3 (b)
				""").contains("Signalled by: panel-1, panel-2\n", "Times reported: 3\n");
	}

	@Test
	void anotherDayIsWritten() {
		fireInZoneB(false);
		apply(moment("09:30").plusSeconds(86_400), new EmergencyEvent.Noted(ID, "li.qiang", "still warm"));
		assertThat(draft(ReportKind.FIRST, Language.EN)).contains("\n2026-11-21 09:30 still warm (li.qiang)\n");
	}

	private void fireInZoneB(boolean drill) {
		declare(EmergencyKind.FIRE, List.of(B), drill);
	}

	private void declare(EmergencyKind kind, List<HallZoneId> zones, boolean drill) {
		order("09:00", "zhou.min",
				new EmergencyOrder.Declare(kind, zones, null, "三号窗口冒烟", "panel-1", drill, false, null), ID.value());
	}

	private void at(String time, String actor, EmergencyAction action) {
		order(time, actor, new EmergencyOrder.OnEmergency(ID, action), "e-other");
	}

	private void order(String time, String actor, EmergencyOrder order, String id) {
		EmergencyVerdict verdict = this.book.judge(order, actor, new EmergencyId(id), 1, PLACES);
		assertThat(verdict.refusal()).isNull();
		verdict.events().forEach((event) -> apply(moment(time), event));
	}

	private void apply(Instant at, EmergencyEvent event) {
		this.book.apply(event, at);
		if (event instanceof EmergencyEvent.OfOne one && one.emergency().equals(ID)) {
			this.whole.add(new Timeline.Line(this.whole.size() + 1, at, one));
		}
	}

	private static Instant moment(String time) {
		return ZonedDateTime.of(LocalDate.of(2026, 11, 20), LocalTime.parse(time), SHANGHAI).toInstant();
	}

	private String draft(ReportKind kind, Language language) {
		return ReportDraft.draft(Objects.requireNonNull(this.book.find(ID)), this.whole, kind, HALL, SHANGHAI,
				language);
	}

}
