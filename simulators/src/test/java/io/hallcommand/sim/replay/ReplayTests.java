package io.hallcommand.sim.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.TestServer;
import io.hallcommand.sim.engine.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayTests {

	private static final Path EXCERPT = Path.of("src/test/resources/service-centre-excerpt.csv");

	private static final Path WEEK = Path.of("../../shared/data/service-centre-1999-08-w1.csv");

	private static final HallId HALL = new HallId("centre");

	private TestServer server;

	private HallClient client;

	@BeforeEach
	void start() throws IOException {
		this.server = new TestServer(HALL, InstantSource.system());
		this.client = this.server.client();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	static Stream<Path> logs() {
		return Stream.of(EXCERPT, WEEK).filter(Files::exists);
	}

	@ParameterizedTest
	@MethodSource("logs")
	void theServerCountsWhatAnIndependentCountOfTheLogFinds(Path log) throws Exception {
		Recording recording = read(log);
		Replay.Result result = play(recording, http());
		assertThat(result.comparison().differences()).isEmpty();
		assertThat(result.comparison().server()).isEqualTo(IndependentCount.of(log));
		assertThat(result.sent().accepted()).isEqualTo(recording.reports().size());
	}

	@ParameterizedTest
	@MethodSource("logs")
	void theHallFindsNothingOddButServicesWithoutAReportedStart(Path log) throws Exception {
		Recording recording = read(log);
		play(recording, http());
		List<JournalEntry> odd = this.server.journal().stream().filter((entry) -> entry.anomaly() != null).toList();
		long unknownWindow = recording.oddityCounts().getOrDefault(Oddity.Kind.SERVED_BY_NOBODY, 0L)
				+ recording.oddityCounts().getOrDefault(Oddity.Kind.SERVED_WITHOUT_TIMES, 0L);
		assertThat(odd).hasSize(Math.toIntExact(unknownWindow))
			.allMatch((entry) -> entry.event() instanceof HallEvent.TicketCompleted);
	}

	@Test
	void aServerThatFailsNowAndThenCountsTheSame() throws Exception {
		this.server.failsBefore((batch) -> batch % 7 == 3);
		this.server.failsAfter((batch) -> batch % 5 == 2);
		Replay.Result result = play(read(EXCERPT), new Replay.Settings(Pace.UNBOUNDED, 40, null, null, giveUp()));
		assertThat(result.sent().interruptions()).isPositive();
		assertThat(result.sent().duplicates()).isPositive();
		assertThat(result.comparison().differences()).isEmpty();
		assertThat(result.comparison().server()).isEqualTo(IndependentCount.of(EXCERPT));
	}

	@Test
	void aSecondRunIsAllDuplicates() throws Exception {
		Recording recording = read(EXCERPT);
		play(recording, http());
		Replay.Result again = play(read(EXCERPT), http());
		assertThat(again.sent().accepted()).isZero();
		assertThat(again.sent().duplicates()).isEqualTo(recording.reports().size());
		assertThat(again.comparison().differences()).isEmpty();
	}

	@Test
	void rsocketThroughBrokenConnectionsCountsTheSame() throws Exception {
		try (RSocketTestServer rsocket = new RSocketTestServer(this.server, (batch) -> batch % 6 == 4)) {
			Replay.Result result = play(read(EXCERPT),
					new Replay.Settings(Pace.UNBOUNDED, 40, rsocket.address(), TestServer.TOKEN, giveUp()));
			assertThat(result.sent().interruptions()).isPositive();
			assertThat(result.comparison().differences()).isEmpty();
			assertThat(result.comparison().server()).isEqualTo(IndependentCount.of(EXCERPT));
		}
	}

	@Test
	void aPacedReplayTakesTheTimeThatTheLogTook() throws Exception {
		Recording all = read(EXCERPT);
		Recording start = new Recording("start", all.reports().subList(0, 60), all.plan(), new java.util.TreeMap<>(),
				List.of(), 0);
		Replay.Result result = play(start, Replay.Settings.http(new Pace(36_000)));
		assertThat(result.comparison().differences()).isEmpty();
		java.time.Duration virtual = java.time.Duration.between(time(start.reports().getFirst()),
				time(start.reports().getLast()));
		assertThat(result.took().toMillis()).isGreaterThanOrEqualTo(virtual.toMillis() / 36_000 - 100);
	}

	@Test
	void aJournalReplaysIntoAnotherHallWithTheSameView(@TempDir Path dir) throws Exception {
		play(read(EXCERPT), http());
		StringBuilder export = new StringBuilder();
		this.server.journal()
			.forEach((entry) -> export.append(io.hallcommand.wire.EntryJson.write(entry)).append('\n'));
		Path file = Files.writeString(dir.resolve("journal.ndjson"), export);
		Recording journal = JournalReader.recording("journal", JournalReader.read(file));
		var first = this.server.view();
		try (TestServer other = new TestServer(HALL, InstantSource.system()); HallClient to = other.client()) {
			Replay replay = new Replay(to, http(), (line) -> {
			});
			assertThat(replay.create(journal, to)).isTrue();
			assertThat(replay.run(journal).comparison().differences()).isEmpty();
			assertThat(ViewDiff.between("one", first, "other", other.view())).isEmpty();
		}
	}

	@Test
	void anEventThatIsMissingOnTheServerIsFound() throws Exception {
		Recording recording = read(EXCERPT);
		play(recording, http());
		List<Report> more = new ArrayList<>(recording.reports());
		more.add(new Report(new EventKey("log", "more"), time(recording.reports().getLast()),
				new HallEvent.TicketCompleted(new TicketId("PS1"), null)));
		Recording longer = new Recording("longer", more, recording.plan(), recording.expected(), List.of(), 0);
		Comparison comparison = Comparison.run(longer, new Sent(), this.client);
		assertThat(comparison.differences())
			.anyMatch((line) -> line.contains("1 of the recording's events are missing"));
		assertThat(comparison.differences()).anyMatch((line) -> line.startsWith("today.anomalies"));
	}

	@Test
	void aHallThatRunsByTheServersClockIsRefused() throws Exception {
		Recording recording = read(EXCERPT);
		var plan = java.util.Objects.requireNonNull(recording.plan()).apply(HALL);
		this.server.plan(new io.hallcommand.core.hall.HallPlan(HALL, plan.name(), plan.level(), null, plan.timeZone(),
				io.hallcommand.core.hall.HallClock.LIVE, null, plan.zones(), plan.queues(), plan.windows()));
		assertThatThrownBy(() -> new Replay(this.client, http(), (line) -> {
		}).run(recording)).hasMessageContaining("clock: REPLAY");
	}

	private Replay.Result play(Recording recording, Replay.Settings settings) throws Exception {
		Replay replay = new Replay(this.client, settings, (line) -> {
		});
		replay.create(recording, this.client);
		return replay.run(recording);
	}

	private static Replay.Settings http() {
		return Replay.Settings.http(Pace.UNBOUNDED);
	}

	private static java.time.Duration giveUp() {
		return java.time.Duration.ofSeconds(30);
	}

	private static Recording read(Path log) throws IOException {
		return CallLog.read(log, LogMapping.read("service-centre"));
	}

	private static java.time.Instant time(Report report) {
		return java.util.Objects.requireNonNull(report.deviceTime());
	}

}
