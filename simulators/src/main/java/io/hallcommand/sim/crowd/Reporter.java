package io.hallcommand.sim.crowd;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.window.WindowId;

/**
 * The hall's devices: they give facts a source, an id and a time.
 */
final class Reporter {

	private static final int KIOSKS = 3;

	private final String run;

	private final Consumer<Report> sink;

	private long count;

	/**
	 * @param run makes ids unique among runs; the same run has the same ids
	 */
	Reporter(String run, Consumer<Report> sink) {
		this.run = run;
		this.sink = sink;
	}

	void kiosk(HallEvent.Fact fact, Instant time) {
		report("sim-kiosk-" + (this.count % KIOSKS + 1), fact, time);
	}

	void window(WindowId window, HallEvent.Fact fact, Instant time) {
		report("sim-window-" + window, fact, time);
	}

	private void report(String source, HallEvent.Fact fact, Instant time) {
		this.sink.accept(new Report(new EventKey(source, this.run + "-" + (++this.count)),
				time.truncatedTo(ChronoUnit.MILLIS), fact));
	}

}
