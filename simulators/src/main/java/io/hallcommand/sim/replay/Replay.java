package io.hallcommand.sim.replay;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.sim.client.BackOff;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.engine.Pace;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recording into a hall and compares the result.
 */
public final class Replay {

	/** Events in a batch; well under what a server takes at once. */
	public static final int DEFAULT_BATCH = 500;

	private final HallClient client;

	private final Settings settings;

	private final Consumer<String> progress;

	public Replay(HallClient client, Settings settings, Consumer<String> progress) {
		this.client = client;
		this.settings = settings;
		this.progress = progress;
	}

	/**
	 * How to play.
	 *
	 * @param rsocket plays over RSocket to this address; {@code null} means HTTP
	 * @param token for RSocket
	 * @param giveUpAfter how long the server may be silent
	 */
	public record Settings(Pace pace, int batch, @Nullable InetSocketAddress rsocket, @Nullable String token,
			Duration giveUpAfter) {

		public static Settings http(Pace pace) {
			return new Settings(pace, DEFAULT_BATCH, null, null, Duration.ofMinutes(5));
		}

		public static Settings rsocket(Pace pace, InetSocketAddress server, @Nullable String token) {
			return new Settings(pace, DEFAULT_BATCH, server, token, Duration.ofMinutes(5));
		}

	}

	/**
	 * What came of it.
	 */
	public record Result(Sent sent, Duration took, Comparison comparison) {
	}

	/**
	 * Makes the hall by the recording's plan, unless there is one already.
	 * @return whether it is new
	 */
	public boolean create(Recording recording, HallClient admin) throws HallUnavailable, InterruptedException {
		if (recording.plan() == null) {
			throw new IllegalArgumentException(recording.name() + " holds no plan to make a hall of");
		}
		if (admin.planIfAny().isPresent()) {
			return false;
		}
		admin.putPlan(recording.plan().apply(admin.hall()));
		return true;
	}

	public Result run(Recording recording) throws HallUnavailable, InterruptedException {
		check();
		long start = System.nanoTime();
		Sent sent;
		try (Uplink uplink = uplink()) {
			sent = new Player(uplink, this.settings.pace(), this.settings.batch(), this.settings.giveUpAfter(),
					this.progress)
				.play(recording.reports());
		}
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		this.progress.accept("all sent; reading the hall's journal and view");
		return new Result(sent, took, compare(recording, sent));
	}

	/** Reading is harmless, so it is simply done again. */
	private Comparison compare(Recording recording, Sent sent) throws HallUnavailable, InterruptedException {
		BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));
		long start = System.nanoTime();
		while (true) {
			try {
				return Comparison.run(recording, sent, this.client);
			}
			catch (HallUnavailable ex) {
				if (System.nanoTime() - start > this.settings.giveUpAfter().toNanos()) {
					throw ex;
				}
				TimeUnit.MILLISECONDS.sleep(backOff.failed(ex.retryAfter()).toMillis());
			}
		}
	}

	private void check() throws HallUnavailable, InterruptedException {
		Optional<HallPlan> plan = this.client.planIfAny();
		if (plan.isEmpty()) {
			throw new HallRefused(404, "There is no hall " + this.client.hall() + " (--create makes it)");
		}
		if (plan.get().clock() != HallClock.REPLAY) {
			throw new IllegalArgumentException("Hall " + this.client.hall()
					+ " runs by the server's clock: it would flag every event as CLOCK_OFF. Play into a hall whose plan says 'clock: REPLAY' (--create makes one)");
		}
	}

	private Uplink uplink() {
		InetSocketAddress rsocket = this.settings.rsocket();
		return (rsocket != null) ? new RSocketUplink(rsocket, this.client.hall(), this.settings.token())
				: new HttpUplink(this.client);
	}

}
