package io.hallcommand.server.stream;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/**
 * What the stream tells of itself; the framework does not see these writes.
 */
@Component
class StreamMeters {

	private final AtomicInteger screens = new AtomicInteger();

	private final Counter written;

	private final Counter writes;

	private final Counter resumes;

	private final Counter firstSnapshots;

	private final Counter slowSnapshots;

	private final Counter stalled;

	private final DistributionSummary frameSize;

	StreamMeters(MeterRegistry meters) {
		Gauge.builder("hall.stream.screens", this.screens, AtomicInteger::get)
			.description("Screens that are connected")
			.register(meters);
		this.written = Counter.builder("hall.stream.frames")
			.description("Frames written to screens, heartbeats included")
			.register(meters);
		this.writes = Counter.builder("hall.stream.writes")
			.description("Writes to screens; what waits for one is joined, so there may be fewer than frames")
			.register(meters);
		this.resumes = Counter.builder("hall.stream.resumes")
			.description("Screens that came back and went on where they were")
			.register(meters);
		this.firstSnapshots = Counter.builder("hall.stream.snapshots")
			.tag("reason", "new")
			.description("Snapshots sent")
			.register(meters);
		this.slowSnapshots = Counter.builder("hall.stream.snapshots")
			.tag("reason", "behind")
			.description("Snapshots sent")
			.register(meters);
		this.stalled = Counter.builder("hall.stream.stalled")
			.description("Screens cut off because they took nothing")
			.register(meters);
		this.frameSize = DistributionSummary.builder("hall.stream.frame.size")
			.baseUnit("bytes")
			.description("Size of a frame, once for both transports")
			.register(meters);
	}

	void opened(boolean resumed) {
		this.screens.incrementAndGet();
		if (resumed) {
			this.resumes.increment();
		}
	}

	void closed() {
		this.screens.decrementAndGet();
	}

	void written(int frames) {
		this.written.increment(frames);
		this.writes.increment();
	}

	void snapshot(boolean behind) {
		(behind ? this.slowSnapshots : this.firstSnapshots).increment();
	}

	void stalled() {
		this.stalled.increment();
	}

	void frame(int bytes) {
		this.frameSize.record(bytes);
	}

}
