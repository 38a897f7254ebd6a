package io.hallcommand.sim.replay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.PlanCheck;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.replay.Oddity.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CallLogTests {

	private static final String HEADER = "line,call_id,priority,type,date,vru_entry,vru_exit,vru_time,q_start,q_exit,q_time,outcome,ser_start,ser_exit,ser_time,server";

	private final LogMapping mapping = LogMapping.read("service-centre");

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path dir;

	@BeforeEach
	void zoneIsTheLogs() {
		assertThat(this.mapping.timeZone().getId()).isEqualTo("Asia/Jerusalem");
	}

	@Test
	void aServedCallerIsIssuedCalledStartedAndCompleted() throws Exception {
		Recording recording = read(
				"AA0206,1,1,PS,1999-08-01,7:16:39,7:16:45,6,7:16:45,7:18:08,83,AGENT,7:18:07,7:19:41,94,AVI");
		assertThat(lines(recording)).containsExactly("04:16:45 TicketIssued 2-issued",
				"04:18:07 WindowOpened AVI-933481087-opened", "04:18:07 TicketCalled 2-called",
				"04:18:07 TicketStarted 2-started", "04:19:41 TicketCompleted 2-completed",
				"04:19:41 WindowClosed AVI-933481087-closed");
		assertThat(recording.oddityCounts()).isEqualTo(Map.of(Kind.ROUNDED, 1L));
		assertThat(recording.isBroken()).isFalse();
	}

	@Test
	void timesAfterMidnightBelongToTheNextDay() throws Exception {
		Recording recording = read(
				"AA0208,1,1,PS,1999-08-02,23:59:23,23:59:23,0,23:59:29,0:00:57,88,AGENT,0:00:56,0:01:15,19,GELBER");
		assertThat(times(recording)).contains(Instant.parse("1999-08-02T20:59:29Z"),
				Instant.parse("1999-08-02T21:00:56Z"), Instant.parse("1999-08-02T21:01:15Z"));
	}

	@Test
	void aServiceThatBeginsASecondBeforeMidnightStaysOnItsDay() throws Exception {
		Recording recording = read(
				"AA0208,1,1,PS,1999-08-02,23:58:23,23:58:23,0,23:58:29,0:00:00,91,AGENT,23:59:59,0:01:15,76,GELBER");
		assertThat(times(recording)).contains(Instant.parse("1999-08-02T20:59:59Z"),
				Instant.parse("1999-08-02T21:01:15Z"));
	}

	@Test
	void aServerAtTwoPlacesGetsASecondWindow() throws Exception {
		Recording recording = read(
				"A,1,0,PS,1999-08-01,9:00:00,9:00:10,10,0:00:00,0:00:00,0,AGENT,9:00:10,9:10:00,590,AVI",
				"A,2,0,NW,1999-08-01,9:04:00,9:05:00,60,0:00:00,0:00:00,0,AGENT,9:05:00,9:06:00,60,AVI");
		assertThat(recording.oddities()).extracting(Oddity::line, Oddity::kind)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(3L, Kind.SERVER_AT_TWO_PLACES));
		var plan = java.util.Objects.requireNonNull(recording.plan()).apply(new HallId("centre"));
		assertThat(plan.windows()).extracting((window) -> window.id().value()).containsExactly("AVI", "AVI-2");
		assertThat(PlanCheck.problems(plan)).isEmpty();
	}

	@Test
	void servicesThatTouchOrTakeNoTimeShareAWindowInOrder() throws Exception {
		Recording recording = read(
				"A,1,0,PS,1999-08-01,9:00:00,9:00:10,10,0:00:00,0:00:00,0,AGENT,9:00:10,9:05:00,290,AVI",
				"A,2,0,NW,1999-08-01,9:04:00,9:05:00,60,0:00:00,0:00:00,0,AGENT,9:05:00,9:05:00,0,AVI");
		assertThat(recording.oddities()).isEmpty();
		assertThat(lines(recording)).containsSubsequence("06:05:00 TicketCompleted 2-completed",
				"06:05:00 TicketIssued 3-issued", "06:05:00 TicketCalled 3-called", "06:05:00 TicketStarted 3-started",
				"06:05:00 TicketCompleted 3-completed", "06:05:00 WindowClosed AVI-933487210-closed");
	}

	@Test
	void everyBrokenRowOfTheExcerptIsReportedWithItsLine() throws Exception {
		Recording recording = CallLog.read(Path.of("src/test/resources/service-centre-excerpt.csv"), this.mapping);
		List<Oddity> unreadable = recording.oddities().stream().filter((odd) -> odd.kind() == Kind.UNREADABLE).toList();
		assertThat(unreadable).extracting(Oddity::line).containsExactly(102L, 122L, 132L, 142L, 143L);
		assertThat(unreadable.getFirst().detail()).isEqualTo("13 fields instead of 16");
		assertThat(unreadable.get(2).detail()).contains("VANISHED");
		assertThat(recording.isBroken()).isTrue();
		assertThat(recording.oddityCounts().keySet()).contains(Kind.SERVED_BY_NOBODY, Kind.SERVED_WITHOUT_TIMES,
				Kind.ABANDONED_YET_SERVED, Kind.TIME_BACKWARDS, Kind.SERVED_WHILE_WAITING, Kind.SERVER_AT_TWO_PLACES,
				Kind.OVER_MIDNIGHT, Kind.NO_TICKET, Kind.IGNORED);
	}

	@Test
	void aLogWithoutTheMappedColumnsIsRefused() throws Exception {
		Path file = Files.writeString(this.dir.resolve("log.csv"), "a,b,c\n1,2,3\n");
		assertThatThrownBy(() -> CallLog.read(file, this.mapping)).hasMessageContaining("no column 'date'");
	}

	private Recording read(String... rows) throws Exception {
		Path file = Files.writeString(this.dir.resolve("log.csv"),
				HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n");
		return CallLog.read(file, this.mapping);
	}

	private static List<Instant> times(Recording recording) {
		return recording.reports()
			.stream()
			.map((report) -> java.util.Objects.requireNonNull(report.deviceTime()))
			.toList();
	}

	private static List<String> lines(Recording recording) {
		return recording.reports().stream().map(CallLogTests::line).toList();
	}

	private static String line(Report report) {
		HallEvent.Fact fact = report.fact();
		return String.valueOf(report.deviceTime()).substring(11, 19) + " " + fact.getClass().getSimpleName() + " "
				+ report.key().id();
	}

}
