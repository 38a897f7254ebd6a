package io.hallcommand.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.BackOff;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.engine.Pace;

/**
 * Plays a recording to its end, through interruptions.
 */
public final class Player {

	private final Uplink uplink;

	private final Pace pace;

	private final int batchSize;

	private final Duration giveUpAfter;

	private final Consumer<String> progress;

	private final InstantSource clock = InstantSource.system();

	Player(Uplink uplink, Pace pace, int batchSize, Duration giveUpAfter, Consumer<String> progress) {
		this.uplink = uplink;
		this.pace = pace;
		this.batchSize = batchSize;
		this.giveUpAfter = giveUpAfter;
		this.progress = progress;
	}

	/**
	 * Plays everything.
	 * @throws HallUnavailable if the server did not answer for too long
	 */
	Sent play(List<Report> reports) throws HallUnavailable, InterruptedException {
		Conveyor conveyor = new Conveyor(reports, this.pace, this.batchSize, this.clock);
		BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(5));
		Thread reporter = Thread.ofVirtual().start(() -> report(conveyor));
		try {
			Instant alive = this.clock.instant();
			int before = 0;
			while (!conveyor.isDone()) {
				try {
					this.uplink.send(conveyor);
				}
				catch (HallUnavailable ex) {
					conveyor.sent().interrupted();
					if (conveyor.answered() > before) {
						before = conveyor.answered();
						alive = this.clock.instant();
						backOff.succeeded();
					}
					if (Duration.between(alive, this.clock.instant()).compareTo(this.giveUpAfter) > 0) {
						throw ex;
					}
					Duration wait = backOff.failed(ex.retryAfter());
					this.progress.accept(ex.getMessage() + "; trying again in " + wait.toMillis() + " ms");
					TimeUnit.MILLISECONDS.sleep(wait.toMillis());
				}
			}
		}
		finally {
			reporter.interrupt();
		}
		return conveyor.sent();
	}

	private void report(Conveyor conveyor) {
		Instant start = this.clock.instant();
		try {
			while (true) {
				TimeUnit.SECONDS.sleep(2);
				double seconds = Duration.between(start, this.clock.instant()).toMillis() / 1000.0;
				this.progress.accept("%d of %d events (%.0f/s), at %s".formatted(conveyor.answered(), conveyor.size(),
						conveyor.answered() / seconds, conveyor.position()));
			}
		}
		catch (InterruptedException ex) {
			// The end
		}
	}

}
