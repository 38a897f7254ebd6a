package io.hallcommand.sim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.sim.client.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class HallSimTests {

	private static final String EXCERPT = "src/test/resources/service-centre-excerpt.csv";

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@ParameterizedTest
	@ValueSource(strings = { "crowd", "replay", "load", "verify" })
	void everyCommandExplainsItselfWithExamples(String command) {
		assertThat(run(command, "--help")).isZero();
		assertThat(this.out.toString()).contains("Example").contains("hall-sim " + command);
	}

	@Test
	void aSilentServerIsNamedWithWhatToDo() {
		assertThat(run("crowd", "--server", "http://localhost:1", "--token", "x")).isEqualTo(3);
		assertThat(this.err.toString()).contains("http://localhost:1", "mvn spring-boot:run");
	}

	@Test
	void aReplayPrintsItsTableAndEndsWellWithTheTokenOfTheDataDirectory(@TempDir Path data) throws Exception {
		Files.writeString(data.resolve("credentials.json"), "{\"adminToken\":\"" + TestServer.TOKEN + "\"}");
		try (TestServer server = new TestServer(new HallId("centre"), InstantSource.system())) {
			assertThat(run("replay", EXCERPT, "--hall", "centre", "--create", "--server", server.uri().toString(),
					"--data", data.toString()))
				.isZero();
			assertThat(this.out.toString()).contains("Made hall centre", "UNREADABLE", "line 102",
					"Own fold and server agree");
			assertThat(
					run("verify", "--hall", "centre", "--server", server.uri().toString(), "--data", data.toString()))
				.isZero();
		}
	}

	@Test
	void strictSendsNothingOfABrokenLog() throws Exception {
		try (TestServer server = new TestServer(new HallId("centre"), InstantSource.system())) {
			assertThat(run("replay", EXCERPT, "--hall", "centre", "--create", "--strict", "--server",
					server.uri().toString(), "--token", TestServer.TOKEN))
				.isEqualTo(4);
			assertThat(server.journal()).isEmpty();
			assertThat(this.err.toString()).contains("--strict");
		}
	}

	@Test
	void aWholeDayOfACrowdIsPlayedAndCompared() throws Exception {
		try (TestServer server = new TestServer(new HallId("friday"), InstantSource.system())) {
			server.plan(io.hallcommand.sim.crowd.TestPlan.of(new HallId("friday"),
					io.hallcommand.core.hall.HallClock.REPLAY));
			assertThat(run("crowd", "--hall", "friday", "--date", "2026-11-20", "--server", server.uri().toString(),
					"--token", TestServer.TOKEN))
				.isZero();
			assertThat(this.out.toString()).contains("Own fold and server agree", "with 0 anomalies");
		}
	}

	@Test
	void aHallIsToldWhatIsUsualBeforeTheDayIsPlayedAndComparedWithIt() throws Exception {
		try (TestServer server = new TestServer(new HallId("friday"), InstantSource.system())) {
			server.plan(io.hallcommand.sim.crowd.TestPlan.of(new HallId("friday"),
					io.hallcommand.core.hall.HallClock.REPLAY));
			assertThat(run("crowd", "--hall", "friday", "--date", "2026-11-20", "--usual", "1", "--server",
					server.uri().toString(), "--token", TestServer.TOKEN))
				.isZero();
			assertThat(this.out.toString()).contains("knows what is usual, by 1 simulated weeks",
					"Own fold and server agree");
			assertThat(server.view().at("/today/usual/issued").intValue()).isPositive();
			assertThat(server.view().at("/today/ratings/count").intValue()).isPositive();
		}
		assertThat(run("crowd", "--usual", "0", "--server", "http://localhost:1", "--token", "x")).isNotZero();
	}

	@Test
	void loadStaysOnThisMachineUnlessAllowed() {
		assertThat(run("load", "--server", "http://192.0.2.1:8080", "--token", "x")).isEqualTo(4);
		assertThat(this.err.toString()).contains("--allow-remote");
	}

	private int run(String... args) {
		CommandLine command = HallSim.commandLine();
		command.setOut(new PrintWriter(this.out, true));
		command.setErr(new PrintWriter(this.err, true));
		return command.execute(args);
	}

}
