package io.hallcommand.sim.load;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.window.WindowId;
import io.hallcommand.sim.client.Answer;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * One window's machine: reports on a schedule that does not wait for answers, so that a
 * slow server is measured as slow. What it sends late still counts from when it was due.
 */
final class Device {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final HallClient client;

	private final int number;

	private final WindowId window;

	private final String run;

	private final int batch;

	private final LongPairs answers;

	private final Totals totals;

	private final InstantSource clock = InstantSource.system();

	private long count;

	/**
	 * What all devices did.
	 */
	record Totals(LongAdder accepted, LongAdder duplicates, LongAdder rejected, LongAdder failures,
			ConcurrentHistogram commitMicros) {

		static Totals none() {
			return new Totals(new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder(),
					new ConcurrentHistogram(Duration.ofMinutes(10).toNanos() / 1000, 3));
		}

	}

	Device(HallClient client, int number, String run, int batch, LongPairs answers, Totals totals) {
		this.client = client;
		this.number = number;
		this.window = LoadHall.window(number);
		this.run = run;
		this.batch = batch;
		this.answers = answers;
		this.totals = totals;
	}

	void open() throws HallUnavailable, InterruptedException {
		this.client.send(List.of(report(new HallEvent.WindowOpened(this.window, null, null))));
	}

	/**
	 * Sends a batch every so often.
	 * @param first when the first is due
	 * @param countFrom what is due before is not counted: programs must warm up
	 * @param end no batch is due after it
	 */
	void run(long first, double gapNanos, long countFrom, long end) {
		long due = first;
		for (long i = 1; due < end; due = first + Math.round(i++ * gapNanos)) {
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
				if (Thread.interrupted()) {
					return;
				}
			}
			try {
				send(due, due >= countFrom);
			}
			catch (HallUnavailable ex) {
				this.totals.failures().increment();
			}
			catch (InterruptedException ex) {
				return;
			}
			if (System.nanoTime() > end + 10 * SECOND) {
				return;
			}
		}
	}

	private void send(long due, boolean counts) throws HallUnavailable, InterruptedException {
		List<Report> reports = new ArrayList<>(this.batch);
		for (int i = 0; i < this.batch; i++) {
			reports.add(report(LoadHall.fact(this.run, this.number, this.count - 1)));
		}
		Answer answer = this.client.send(reports);
		if (!counts) {
			return;
		}
		this.totals.commitMicros().recordValue(Math.max(1, (System.nanoTime() - due) / 1000));
		this.totals.accepted().add(answer.accepted());
		this.totals.duplicates().add(answer.duplicates());
		this.totals.rejected().add(answer.rejected().size());
		this.answers.add(answer.version(), due);
	}

	private Report report(HallEvent.Fact fact) {
		return new Report(new EventKey("load-" + this.window, this.run + "-" + this.count++), this.clock.instant(),
				fact);
	}

}
