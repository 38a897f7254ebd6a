package io.hallcommand.benchmark.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ServerProcessTest {

	@AutoClose
	private final Lab lab = new Lab(Path.of("none"), (progress) -> {
	});

	@Test
	void whatIsPausedTakesNoTimeUntilItGoesOn() throws InterruptedException {
		ServerProcess busy = this.lab.start("busy.log", List.of("sh", "-c", "while :; do :; done"), Map.of());
		await().until(() -> time(busy) > 0);
		ServerProcess.pause(busy.pid());
		double paused = time(busy);
		TimeUnit.MILLISECONDS.sleep(300);
		// What ran while the signal was on its way
		assertThat(time(busy)).isLessThan(paused + 0.1);
		ServerProcess.resume(busy.pid());
		await().until(() -> time(busy) > paused + 0.1);
	}

	@Test
	void whatIsPausedCanBeEnded() {
		ServerProcess busy = this.lab.start("busy.log", List.of("sleep", "600"), Map.of());
		ServerProcess.pause(busy.pid());
		busy.close();
		assertThat(busy.isAlive()).isFalse();
	}

	@Test
	void compilersOfOtherProgramsTakeNothing() {
		ServerProcess busy = this.lab.start("busy.log", List.of("sh", "-c", "while :; do :; done"), Map.of());
		await().until(() -> time(busy) > 0);
		assertThat(CpuTime.ofCompilers(busy.pid()).seconds()).isZero();
	}

	/** This test runs in a machine that has compiled something. */
	@Test
	void compilersAreAPartOfTheWhole() {
		long self = ProcessHandle.current().pid();
		assertThat(CpuTime.ofCompilers(self).seconds()).isPositive().isLessThan(CpuTime.ofThisProcess().seconds());
	}

	private static double time(ServerProcess process) {
		return CpuTime.of(process.pid()).seconds();
	}

}
