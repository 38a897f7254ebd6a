package io.hallcommand.sim.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The textbook queue: Poisson arrivals, exponential services of 5 minutes, c servers, and
 * visitors who leave after an exponential patience if that is given.
 */
final class Mmc {

	private static final double SERVICE_SECONDS = 300;

	private final Agenda agenda = new Agenda(Instant.EPOCH);

	private final RandomStream arrivals;

	private final RandomStream services;

	private final RandomStream patiences;

	private final double patienceSeconds;

	private final double gapSeconds;

	private final Deque<Waiting> queue = new ArrayDeque<>();

	private int free;

	private int toCome;

	private int counted;

	private int came;

	private int waited;

	private int long10;

	private int abandoned;

	private double waitMinutes;

	/**
	 * What a run gives: shares and means.
	 */
	record Result(double waited, double meanWaitMinutes, double over10Minutes, double abandoned) {
	}

	private final class Waiting implements Runnable {

		private final Instant since = Mmc.this.agenda.now();

		private Agenda.Appointment leaving = () -> {
		};

		private final boolean counts;

		Waiting(boolean counts) {
			this.counts = counts;
		}

		@Override
		public void run() {
			Mmc.this.queue.remove(this);
			Mmc.this.abandoned += this.counts ? 1 : 0;
			done();
		}

		void done() {
			double minutes = Duration.between(this.since, Mmc.this.agenda.now()).toNanos() / 6e10;
			if (this.counts) {
				Mmc.this.waitMinutes += minutes;
				Mmc.this.long10 += (minutes > 10) ? 1 : 0;
			}
		}

	}

	Mmc(int servers, double perHour, long seed) {
		this(servers, perHour, Double.POSITIVE_INFINITY, seed);
	}

	Mmc(int servers, double perHour, double patienceSeconds, long seed) {
		Chance chance = new Chance(seed);
		this.arrivals = chance.stream("arrivals");
		this.services = chance.stream("services");
		this.patiences = chance.stream("patience");
		this.patienceSeconds = patienceSeconds;
		this.gapSeconds = 3600 / perHour;
		this.free = servers;
	}

	/** A tenth more visitors come first and do not count: the hall begins empty. */
	Result run(int visitors) {
		this.toCome = visitors + visitors / 10;
		this.counted = visitors;
		next();
		while (this.agenda.step()) {
			// Until the last visitor has left
		}
		return new Result((double) this.waited / this.came, this.waitMinutes / this.came,
				(double) this.long10 / this.came, (double) this.abandoned / this.came);
	}

	private void next() {
		if (this.toCome > 0) {
			this.agenda.afterSeconds(this.arrivals.exponential(this.gapSeconds), this::arrive);
		}
	}

	private void arrive() {
		boolean counts = this.toCome <= this.counted;
		this.toCome--;
		this.came += counts ? 1 : 0;
		next();
		if (this.free > 0) {
			this.free--;
			serve();
			return;
		}
		this.waited += counts ? 1 : 0;
		Waiting waiting = new Waiting(counts);
		this.queue.add(waiting);
		if (Double.isFinite(this.patienceSeconds)) {
			waiting.leaving = this.agenda.afterSeconds(this.patiences.exponential(this.patienceSeconds), waiting);
		}
	}

	private void serve() {
		this.agenda.afterSeconds(this.services.exponential(SERVICE_SECONDS), () -> {
			Waiting next = this.queue.poll();
			if (next == null) {
				this.free++;
				return;
			}
			next.leaving.cancel();
			next.done();
			serve();
		});
	}

}
