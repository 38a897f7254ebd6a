package io.hallcommand.server.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertKind;
import io.hallcommand.core.alert.AlertTexts;
import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Reach;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.Subject;
import io.hallcommand.core.alert.Unit;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.TaskKind;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A made history of four hours, counted by hand.
 */
class TallyTest {

	private static final Instant BEGIN = Instant.parse("2026-11-20T00:00:00Z");

	private final Tally tally = new Tally(new Period(BEGIN, BEGIN.plus(Duration.ofHours(4))),
			ZoneId.of("Asia/Shanghai"));

	/**
	 * Announced in the period are, in their ten minutes: <pre>
	 * 00:00  a10 MAJOR on tax at 00:05
	 * 00:10  a10 gets CRITICAL at 00:15
	 * 01:00  a20 MINOR on care at 01:00:00, back at 01:00:20 and 01:00:40: chatter, once
	 * 02:00  a31 to a42, twelve MINOR, each on a queue of its own: a flood
	 * 02:10  a43 to a47, five MINOR: it goes on
	 * 02:20  a48 to a51, four MINOR: it is over
	 * </pre> So 26 alerts: 1 + 1 + 3 + 12 + 5 + 4, of which CRITICAL 1, MAJOR 1, MINOR
	 * 24; 23 are raised, 2 are back, 1 gets worse. Per ten minutes 26 / 24 = 1.0833; on
	 * duty were li at all of them and wang at the 21 after 02:00, (26 + 21) / 26 =
	 * 1.8077: each has 0.5993. Above ten is 1 of 24 pieces, 0.0417; flooded are 20 of 240
	 * minutes, 0.0833, by 17 alerts.
	 * <p>
	 * Sources: care 3, tax 2, 21 queues with 1 each. Ten of these make 3 + 2 + 8 = 13 of
	 * 26.
	 * <p>
	 * Acknowledged: a1 (raised a day and an hour before, 23:00 to 00:00:30, 90,030 s) and
	 * a10 twice (00:05 to 00:06, 60 s; 00:15 to 00:20, 300 s) by li; a20 by wang
	 * (01:00:40 to 01:01:40, 60 s). Sorted 60 60 300 90030: p50 is the 2nd, p90 and p99
	 * the 4th.
	 * <p>
	 * Escalated: a1, a10 twice; of the 23 alerts announced in the period that is one.
	 * <p>
	 * Stale: a1 from the beginning to 00:30 (25.5 hours old), a2 (30 hours old at the
	 * end, since 22:00 the evening before last), both on the same day in Shanghai.
	 */
	@Test
	void figuresOfAMadeHistory() {
		roster("-30:00:00", shift("li", -30, 8));
		raised("-26:00:00", 2, "old", Severity.MINOR);
		raised("-25:00:00", 1, "older", Severity.MINOR);
		raised("-00:30:00", 3, "tax", Severity.CRITICAL);
		move("-00:20:00", new AlertEvent.Escalated(id(3), 1, Duty.MANAGER));
		move("-00:10:00", new AlertEvent.Acknowledged(id(3), "li", null, true));
		move("00:00:10", new AlertEvent.Escalated(id(1), 1, Duty.MANAGER));
		move("00:00:30", new AlertEvent.Acknowledged(id(1), "li", null, false));
		raised("00:05:00", 10, "tax", Severity.MAJOR);
		move("00:06:00", new AlertEvent.Acknowledged(id(10), "li", null, false));
		move("00:15:00", new AlertEvent.Changed(id(10), reach(Severity.CRITICAL), true, true));
		move("00:16:00", new AlertEvent.Escalated(id(10), 1, Duty.OFFICER));
		move("00:18:00", new AlertEvent.Escalated(id(10), 2, Duty.MANAGER));
		move("00:20:00", new AlertEvent.Acknowledged(id(10), "li", "on it", false));
		move("00:25:00", new AlertEvent.Changed(id(10), reach(Severity.MAJOR), false, false));
		move("00:26:00", new AlertEvent.Cleared(id(10), AlertEvent.Cleared.Reason.CONDITION, 9, true));
		move("00:30:00", new AlertEvent.Cleared(id(1), AlertEvent.Cleared.Reason.CONDITION, 9, true));
		raised("01:00:00", 20, "care", Severity.MINOR);
		move("01:00:10", new AlertEvent.Cleared(id(20), AlertEvent.Cleared.Reason.CONDITION, 9, false));
		move("01:00:20", new AlertEvent.Returned(id(20), reach(Severity.MINOR), true));
		move("01:00:30", new AlertEvent.Cleared(id(20), AlertEvent.Cleared.Reason.CONDITION, 9, false));
		move("01:00:40", new AlertEvent.Returned(id(20), reach(Severity.MINOR), true));
		move("01:01:40", new AlertEvent.Acknowledged(id(20), "wang", null, false));
		move("01:02:00", new AlertEvent.Cleared(id(20), AlertEvent.Cleared.Reason.CONDITION, 9, true));
		roster("01:30:00", shift("li", -30, 8), shift("wang", 2, 8));
		for (int i = 31; i <= 51; i++) {
			String time = "02:%s0:%02d".formatted((i <= 42) ? "0" : (i <= 47) ? "1" : "2", i - 31);
			raised(time, i, "queue-" + i, Severity.MINOR);
			move(time, new AlertEvent.Cleared(id(i), AlertEvent.Cleared.Reason.CONDITION, 9, false));
		}
		ObjectNode json = QualityJson.write(new HallId("mine"), this.tally.end());
		assertThat(json.remove("per10Minutes")).isEqualTo(HallJson.mapper().readTree("""
				[{"at":"2026-11-20T00:00:00Z","raised":1},{"at":"2026-11-20T00:10:00Z","raised":1},
				 {"at":"2026-11-20T01:00:00Z","raised":3},{"at":"2026-11-20T02:00:00Z","raised":12},
				 {"at":"2026-11-20T02:10:00Z","raised":5},{"at":"2026-11-20T02:20:00Z","raised":4}]"""));
		assertThat(json.required("topSources").size()).isEqualTo(10);
		assertThat(json.remove("topSources").toString())
			.startsWith("[{\"rule\":\"wait\",\"subject\":{\"queue\":\"care\"},\"count\":3,\"share\":0.1154},"
					+ "{\"rule\":\"wait\",\"subject\":{\"queue\":\"tax\"},\"count\":2,\"share\":0.0769},"
					+ "{\"rule\":\"wait\",\"subject\":{\"queue\":\"queue-31\"},\"count\":1,\"share\":0.0385},");
		assertThat(json).isEqualTo(HallJson.mapper().readTree("""
				{"hall":"mine","from":"2026-11-20T00:00:00Z","to":"2026-11-20T04:00:00Z","officers":1.8077,
				 "alerts":{"raised":26,
				  "averagePer10Minutes":{"value":0.5993,"target":1.0,"limit":2.0,"met":true},
				  "peakPer10Minutes":{"value":12,"at":"2026-11-20T02:00:00Z","target":10,"met":false},
				  "periodsAbove10":{"share":0.0417,"target":0.01,"met":false},
				  "floods":{"count":1,"share":0.0833,"target":0.01,"met":false,
				   "list":[{"from":"2026-11-20T02:00:00Z","to":"2026-11-20T02:20:00Z","alerts":17}]}},
				 "topTenShare":{"value":0.5,"target":0.05,"met":false},
				 "chattering":{"count":1,"target":0,"met":false,
				  "list":[{"rule":"wait","subject":{"queue":"care"},"times":1}]},
				 "stale":{"most":2,"target":5,"met":true,
				  "list":[{"alert":"a2","rule":"wait","subject":{"queue":"old"},
				    "raisedAt":"2026-11-18T22:00:00Z","hours":30.0},
				   {"alert":"a1","rule":"wait","subject":{"queue":"older"},
				    "raisedAt":"2026-11-18T23:00:00Z","hours":25.5}]},
				 "priorities":{"CRITICAL":{"count":1,"share":0.0385,"target":0.05,"met":true},
				  "MAJOR":{"count":1,"share":0.0385,"target":0.15,"met":true},
				  "MINOR":{"count":24,"share":0.9231,"target":0.8,"met":true}},
				 "acknowledge":{"count":4,"p50Seconds":60.0,"p90Seconds":90030.0,"p99Seconds":90030.0,"byOfficer":[
				  {"user":"li","count":3,"p50Seconds":300.0,"p90Seconds":90030.0,"p99Seconds":90030.0},
				  {"user":"wang","count":1,"p50Seconds":60.0,"p90Seconds":60.0,"p99Seconds":60.0}]},
				 "escalations":{"count":3,"share":0.0435}}"""));
	}

	@Test
	void whereThereIsNothingToCountAFigureIsNull() {
		ObjectNode json = QualityJson.write(new HallId("mine"), this.tally.end());
		assertThat(json.remove("per10Minutes").size()).isZero();
		assertThat(json).isEqualTo(HallJson.mapper().readTree("""
				{"hall":"mine","from":"2026-11-20T00:00:00Z","to":"2026-11-20T04:00:00Z","officers":1.0,
				 "alerts":{"raised":0,
				  "averagePer10Minutes":{"value":0.0,"target":1.0,"limit":2.0,"met":true},
				  "peakPer10Minutes":{"value":0,"at":null,"target":10,"met":true},
				  "periodsAbove10":{"share":0.0,"target":0.01,"met":true},
				  "floods":{"count":0,"share":0.0,"target":0.01,"met":true,"list":[]}},
				 "topSources":[],"topTenShare":{"value":null,"target":0.05,"met":null},
				 "chattering":{"count":0,"target":0,"met":true,"list":[]},
				 "stale":{"most":0,"target":5,"met":true,"list":[]},
				 "priorities":{"CRITICAL":{"count":0,"share":null,"target":0.05,"met":null},
				  "MAJOR":{"count":0,"share":null,"target":0.15,"met":null},
				  "MINOR":{"count":0,"share":null,"target":0.8,"met":null}},
				 "acknowledge":{"count":0,"p50Seconds":null,"p90Seconds":null,"p99Seconds":null,"byOfficer":[]},
				 "escalations":{"count":0,"share":null}}"""));
	}

	@Test
	void whatHappensToAnAlertThatNobodySawRaisedCountsNowhere() {
		move("01:00:00", new AlertEvent.Acknowledged(id(7), "li", null, false));
		move("01:00:00", new AlertEvent.Escalated(id(7), 1, Duty.OFFICER));
		move("01:00:00", new AlertEvent.Returned(id(7), reach(Severity.MAJOR), true));
		assertThat(this.tally.rate.total()).isZero();
		assertThat(this.tally.answers.count()).isZero();
		assertThat(this.tally.escalations).isZero();
	}

	/** What an emergency keeps back disturbs nobody. */
	@Test
	void whatIsKeptBackIsNotCounted() {
		move("01:00:00",
				new AlertEvent.Raised(id(7), new Cause("wait", new Subject.Queue(new QueueId("tax"))),
						AlertKind.WAIT_OVERTIME, Unit.SECONDS, List.of(),
						new AlertTexts(new Label("开", "open"), "team default"), reach(Severity.CRITICAL), false));
		move("01:10:00", new AlertEvent.Returned(id(7), reach(Severity.CRITICAL), false));
		assertThat(this.tally.rate.total()).isZero();
	}

	/** A drill's alerts ring as others do, and count nowhere. */
	@Test
	void whatADrillRaisesIsNotCounted() {
		task("01:00:00", 7, true);
		move("01:00:10", new AlertEvent.Changed(id(7), reach(Severity.CRITICAL), true, true));
		move("01:00:20", new AlertEvent.Escalated(id(7), 1, Duty.MANAGER));
		move("01:00:30", new AlertEvent.Acknowledged(id(7), "li", null, false));
		move("01:00:40", new AlertEvent.Cleared(id(7), AlertEvent.Cleared.Reason.CONDITION, 9, true));
		this.tally.end();
		assertThat(this.tally.rate.total()).isZero();
		assertThat(this.tally.answers.count()).isZero();
		assertThat(this.tally.escalations).isZero();
		assertThat(this.tally.stale.most()).isZero();
		task("02:00:00", 8, false);
		assertThat(this.tally.rate.total()).isOne();
	}

	private void task(String time, long version, boolean drill) {
		move(time,
				new AlertEvent.Raised(id(version),
						new Cause("step-overdue",
								new Subject.Task(new EmergencyId("e-1"), TaskKind.STEP, "out", drill)),
						AlertKind.STEP_OVERDUE, Unit.SECONDS, List.of(),
						new AlertTexts(new Label("超时", "overdue"), "team default"), reach(Severity.MAJOR), true));
	}

	private void raised(String time, long version, String queue, Severity severity) {
		move(time,
				new AlertEvent.Raised(id(version), new Cause("wait", new Subject.Queue(new QueueId(queue))),
						AlertKind.WAIT_OVERTIME, Unit.SECONDS, List.of(),
						new AlertTexts(new Label("开", "open"), "team default"), reach(severity), true));
	}

	private void move(String time, AlertEvent event) {
		this.tally.take(new HallEvent.AlertMoved(event), at(time));
	}

	private void roster(String time, Shift... shifts) {
		this.tally.take(new HallEvent.RosterChanged(List.of(shifts), "boss"), at(time));
	}

	private static Shift shift(String user, int from, int until) {
		return new Shift(user, user, user, Duty.OFFICER, List.of(), BEGIN.plus(Duration.ofHours(from)),
				BEGIN.plus(Duration.ofHours(until)));
	}

	private static Reach reach(Severity severity) {
		return new Reach(0, severity, new Label("等", "wait"), BEGIN, null, 1, 2, 1, null, null);
	}

	private static AlertId id(long version) {
		return new AlertId(version);
	}

	/** So long after the period's beginning, or before it. */
	private static Instant at(String time) {
		String[] parts = time.replace("-", "").split(":");
		Duration after = Duration.ofHours(Long.parseLong(parts[0]))
			.plusMinutes(Long.parseLong(parts[1]))
			.plusSeconds(Long.parseLong(parts[2]));
		return time.startsWith("-") ? BEGIN.minus(after) : BEGIN.plus(after);
	}

}
