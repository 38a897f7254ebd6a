package io.hallcommand.server.lifeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.server.live.Urgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PendingLogTest {

	private static final Instant SAID = Instant.parse("2026-11-20T06:44:00.123456Z");

	private final Path directory;

	PendingLogTest(@TempDir Path directory) {
		this.directory = directory;
	}

	@Test
	void whatIsNotDoneIsThereAgainInItsOrderAfterACrash() throws IOException {
		List<Pending> all = List.of(declared("1"), ended("2"), signalled("3"), declared("4"));
		try (PendingLog log = PendingLog.open(this.directory)) {
			for (Pending each : all) {
				log.add(each);
				log.add(each);
			}
			log.done(all.get(1));
		}
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).containsExactly(all.get(0), all.get(2), all.get(3));
			log.done(all.get(0));
			log.done(all.get(0));
		}
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).containsExactly(all.get(2), all.get(3));
		}
	}

	@Test
	void aLineThatWasCutOffOrDamagedCostsNoOther() throws IOException {
		try (PendingLog log = PendingLog.open(this.directory)) {
			log.add(declared("1"));
			log.add(declared("2"));
			log.add(declared("3"));
		}
		Path file = file();
		String text = Files.readString(file);
		List<String> lines = text.lines().toList();
		String damaged = lines.get(1).replace("FIRE", "FARE");
		String cut = lines.get(2).substring(0, lines.get(2).length() - 20);
		Files.writeString(file, lines.get(0) + "\n" + damaged + "\n" + cut);
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).containsExactly(declared("1"));
			log.add(declared("4"));
		}
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).containsExactly(declared("1"), declared("4"));
		}
	}

	@Test
	void garbageInTheFileIsPassedOver() throws IOException {
		Files.writeString(this.directory.resolve("lifeline-1.log"), "\u0000\u0001 not ours\n\n{}\n",
				StandardCharsets.UTF_8, StandardOpenOption.CREATE);
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).isEmpty();
			log.add(signalled("1"));
			assertThat(log.pending()).containsExactly(signalled("1"));
		}
	}

	@Test
	void nodesThatShareADirectoryHaveFilesOfTheirOwn() throws IOException {
		try (PendingLog one = PendingLog.open(this.directory); PendingLog other = PendingLog.open(this.directory)) {
			one.add(declared("1"));
			other.add(declared("2"));
			assertThat(one.pending()).containsExactly(declared("1"));
			assertThat(other.pending()).containsExactly(declared("2"));
		}
	}

	@Test
	void whatANodeLeftThatRunsNoMoreIsTakenOver() throws IOException {
		try (PendingLog one = PendingLog.open(this.directory)) {
			try (PendingLog other = PendingLog.open(this.directory)) {
				other.add(declared("left"));
			}
			one.add(declared("mine"));
			try (PendingLog third = PendingLog.open(this.directory)) {
				assertThat(third.pending()).as("that of a running node is left alone")
					.containsExactly(declared("left"));
				third.done(declared("left"));
				third.add(declared("again"));
			}
		}
		try (PendingLog last = PendingLog.open(this.directory)) {
			assertThat(last.pending()).containsExactly(declared("mine"), declared("again"));
		}
		try (PendingLog once = PendingLog.open(this.directory)) {
			assertThat(once.pending()).containsExactly(declared("mine"), declared("again"));
		}
	}

	@Test
	void aLogThatIsEmptyDoesNotGrowForEver() throws IOException {
		try (PendingLog log = PendingLog.open(this.directory)) {
			for (int i = 0; i < 300; i++) {
				log.add(declared("n" + i));
				log.done(declared("n" + i));
			}
			assertThat(Files.size(file())).isLessThan(70_000);
			log.add(declared("last"));
		}
		try (PendingLog log = PendingLog.open(this.directory)) {
			assertThat(log.pending()).containsExactly(declared("last"));
		}
	}

	private Path file() {
		return this.directory.resolve("lifeline-1.log");
	}

	private static Pending declared(String id) {
		return new Pending(new HallId("h"),
				new Urgent.Ordered(
						new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(new HallZoneId("B")),
								EventSeverity.LARGE, "冒烟 \"quoted\" \n", null, false, false, null),
						"zhou.min", id, SAID));
	}

	private static Pending ended(String id) {
		return new Pending(new HallId("h"),
				new Urgent.Ordered(new EmergencyOrder.OnEmergency(EmergencyId.of("desk:zhou.min", "1"),
						new EmergencyAction.End(Outcome.FALSE_ALARM, "steam")), "li.qiang", id, SAID));
	}

	private static Pending signalled(String id) {
		return new Pending(new HallId("other"), new Urgent.Signalled(new Report(new EventKey("panel-1", id), SAID,
				new HallEvent.EmergencySignalled(EmergencyKind.GAS_LEAK, new HallZoneId("B"), "detector 7", false))));
	}

}
