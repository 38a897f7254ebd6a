package io.hallcommand.sim.load;

import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.sim.replay.ViewDiff;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was measured.
 *
 * @param commit from when a POST was due to its answer
 * @param delivery from when a POST was due to a frame that holds it, on every screen
 * @param undelivered frames that never came, over all screens
 * @param snapshots beyond the first of each screen
 * @param stale frames whose version a screen had already
 * @param wrongPictures probes whose picture is not that of the server in the end
 */
public record LoadResult(long accepted, long duplicates, long rejected, long failures, double seconds, Latency commit,
		Latency delivery, int screens, long frames, long bytes, long undelivered, long snapshots, long stale,
		long interruptions, int probes, int wrongPictures) {

	/**
	 * Milliseconds.
	 */
	public record Latency(long count, double p50, double p90, double p99, double p999, double max) {

		static Latency of(Histogram micros) {
			return new Latency(micros.getTotalCount(), at(micros, 50), at(micros, 90), at(micros, 99), at(micros, 99.9),
					micros.getMaxValue() / 1000.0);
		}

		private static double at(Histogram micros, double percentile) {
			return micros.getValueAtPercentile(percentile) / 1000.0;
		}

		@Override
		public String toString() {
			return "p50 %.1f ms, p90 %.1f, p99 %.1f, p99.9 %.1f, max %.1f (%d)".formatted(this.p50, this.p90, this.p99,
					this.p999, this.max, this.count);
		}

	}

	public double acceptedPerSecond() {
		return this.accepted / this.seconds;
	}

	static LoadResult of(Device.Totals totals, double seconds, List<Screen> screens, Map<HallId, LongPairs> answers,
			Map<HallId, JsonNode> views) {
		Histogram delivery = new Histogram(3);
		long undelivered = 0;
		long frames = 0;
		int wrong = 0;
		for (Screen screen : screens) {
			LongPairs answered = answers.getOrDefault(screen.hall, new LongPairs()).sorted();
			undelivered += deliveries(answered, screen.frames, delivery);
			frames += screen.frames.size();
			wrong += (screen.probe && !right(screen.picture(), views.get(screen.hall))) ? 1 : 0;
		}
		return new LoadResult(totals.accepted().sum(), totals.duplicates().sum(), totals.rejected().sum(),
				totals.failures().sum(), seconds, Latency.of(totals.commitMicros()), Latency.of(delivery),
				screens.size(), frames, screens.stream().mapToLong(Screen::bytes).sum(), undelivered,
				screens.stream().mapToLong((screen) -> Math.max(0, screen.snapshots() - 1)).sum(),
				screens.stream().mapToLong(Screen::stale).sum(),
				screens.stream().mapToLong(Screen::interruptions).sum(),
				(int) screens.stream().filter((screen) -> screen.probe).count(), wrong);
	}

	/**
	 * An answer's version is in the first frame whose version is not below it.
	 * @return how many answers no frame holds
	 */
	static long deliveries(LongPairs answered, LongPairs frames, Histogram micros) {
		int frame = 0;
		long undelivered = 0;
		long first = (frames.size() > 0) ? frames.version(0) : Long.MAX_VALUE;
		for (int i = 0; i < answered.size(); i++) {
			long version = answered.version(i);
			if (version <= first && first != Long.MAX_VALUE) {
				continue;
			}
			while (frame < frames.size() && frames.version(frame) < version) {
				frame++;
			}
			if (frame == frames.size()) {
				undelivered++;
			}
			else {
				micros.recordValue(Math.max(1, (frames.nanos(frame) - answered.nanos(i)) / 1000));
			}
		}
		return undelivered;
	}

	private static boolean right(@Nullable JsonNode picture, @Nullable JsonNode view) {
		return picture != null && view != null && ViewDiff.between("screen", picture, "server", view).isEmpty();
	}

}
