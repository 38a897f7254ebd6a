package io.hallcommand.benchmark.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.hallcommand.benchmark.lab.CpuTime;
import org.HdrHistogram.Histogram;

/**
 * Lets screens watch halls, publishes to these as fast as the screens follow, and counts.
 */
public final class FanOut {

	/** Whose compilers take less of a core than this is warm. */
	private static final double WARM = 0.04;

	/** Over so long. */
	private static final Duration CALM = Duration.ofSeconds(2);

	private final Settings settings;

	public FanOut(Settings settings) {
		this.settings = settings;
	}

	/**
	 * What to do.
	 *
	 * @param screens of each hall
	 * @param events in one request
	 * @param window how many events a hall's screens may be behind on average
	 * @param warmUp before anything counts
	 * @param measured what counts
	 */
	public record Settings(int screens, int events, int window, WarmUp warmUp, Duration measured) {

	}

	/**
	 * How long a server works before anything counts.
	 *
	 * @param least if it is warm
	 * @param most while it compiles itself; then it is measured as it is, and how much it
	 * compiles is told
	 */
	public record WarmUp(Duration least, Duration most) {

	}

	/**
	 * What came.
	 *
	 * @param seconds measured
	 * @param messages that reached screens; each was one frame or event on the wire
	 * @param events that reached screens, merged ones too
	 * @param jumps messages that led on by more than one event
	 * @param bytes received
	 * @param latencyMicros from POST to screen, of the oldest and the newest event of
	 * each message
	 * @param serverCpu seconds of CPU that the server took
	 * @param compilerCpu how much of it to compile itself
	 * @param clientCpu seconds of CPU that this process took
	 */
	public record Result(double seconds, long messages, long events, long jumps, long bytes, Histogram latencyMicros,
			double serverCpu, double compilerCpu, double clientCpu) {

		public double messagesPerSecond() {
			return this.messages / this.seconds;
		}

		public double eventsPerSecond() {
			return this.events / this.seconds;
		}

		public double bytesPerMessage() {
			return (this.messages == 0) ? 0 : (double) this.bytes / this.messages;
		}

		/** Of the server, microseconds of CPU for each message. */
		public double cpuMicrosPerMessage() {
			return (this.messages == 0) ? 0 : this.serverCpu * 1e6 / this.messages;
		}

		public double p50Millis() {
			return this.latencyMicros.getValueAtPercentile(50) / 1000.0;
		}

		public double p99Millis() {
			return this.latencyMicros.getValueAtPercentile(99) / 1000.0;
		}

		/** Cores that the server kept busy. */
		public double serverCores() {
			return this.serverCpu / this.seconds;
		}

		/** Of these, for compiling itself. */
		public double compilerCores() {
			return this.compilerCpu / this.seconds;
		}

		public double clientCores() {
			return this.clientCpu / this.seconds;
		}

	}

	/**
	 * Runs it.
	 * @param processes the server's
	 */
	public Result run(List<Stage> stages, long... processes) throws InterruptedException {
		List<Audience> audiences = new ArrayList<>();
		List<Publisher> publishers = new ArrayList<>();
		try (Loop loop = new Loop();
				Screens screens = new Screens(loop, () -> publishers.forEach(Publisher::publish))) {
			int pictures = 0;
			for (Stage stage : stages) {
				Audience audience = new Audience(this.settings.screens(), stage.base());
				audiences.add(audience);
				screens.open(stage.door(), audience);
				pictures += stage.picture() ? this.settings.screens() : 0;
			}
			screens.awaitPictures(pictures);
			List<Publisher> connected = new ArrayList<>();
			for (int i = 0; i < stages.size(); i++) {
				Publisher publisher = new Publisher(stages.get(i).feed(), this.settings.events(),
						this.settings.window(), audiences.get(i));
				publisher.connect(loop);
				connected.add(publisher);
			}
			loop.call(() -> publishers.addAll(connected));
			loop.call(() -> {
				publishers.forEach(Publisher::start);
				return 0;
			});
			long started = System.nanoTime();
			sleep(this.settings.warmUp().least(), loop, screens, publishers);
			boolean warm = false;
			while (!warm && System.nanoTime() - started < this.settings.warmUp().most().toNanos()) {
				double compiled = CpuTime.ofCompilers(processes).seconds();
				sleep(CALM, loop, screens, publishers);
				warm = CpuTime.ofCompilers(processes).seconds() - compiled < WARM * CALM.toSeconds();
			}
			CpuTime before = CpuTime.of(processes);
			CpuTime compilersBefore = CpuTime.ofCompilers(processes);
			CpuTime ownBefore = CpuTime.ofThisProcess();
			List<Audience.Counts> start = loop.call(() -> {
				audiences.forEach(Audience::reset);
				return counts(audiences);
			});
			long began = System.nanoTime();
			sleep(this.settings.measured(), loop, screens, publishers);
			List<Audience.Counts> end = loop.call(() -> counts(audiences));
			double seconds = (System.nanoTime() - began) / 1e9;
			double serverCpu = CpuTime.of(processes).seconds() - before.seconds();
			double compilerCpu = CpuTime.ofCompilers(processes).seconds() - compilersBefore.seconds();
			double clientCpu = CpuTime.ofThisProcess().seconds() - ownBefore.seconds();
			loop.call(() -> {
				publishers.forEach(Publisher::close);
				return 0;
			});
			return result(seconds, start, end, serverCpu, compilerCpu, clientCpu);
		}
	}

	private static List<Audience.Counts> counts(List<Audience> audiences) {
		return audiences.stream().map(Audience::counts).toList();
	}

	private static Result result(double seconds, List<Audience.Counts> start, List<Audience.Counts> end,
			double serverCpu, double compilerCpu, double clientCpu) {
		long messages = 0;
		long events = 0;
		long jumps = 0;
		long bytes = 0;
		Histogram latency = new Histogram(start.getFirst().latencyMicros());
		for (int i = 0; i < end.size(); i++) {
			Audience.Counts counts = end.get(i);
			messages += counts.messages();
			events += counts.arrived() - start.get(i).arrived();
			jumps += counts.jumps();
			bytes += counts.bytes();
			latency.add(counts.latencyMicros());
		}
		return new Result(seconds, messages, events, jumps, bytes, latency, serverCpu, compilerCpu, clientCpu);
	}

	private static void sleep(Duration time, Loop loop, Screens screens, List<Publisher> publishers)
			throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
			TimeUnit.NANOSECONDS.sleep(Math.min(left, 200_000_000));
			screens.check();
			loop.call(() -> {
				publishers.forEach(Publisher::check);
				return 0;
			});
		}
	}

}
