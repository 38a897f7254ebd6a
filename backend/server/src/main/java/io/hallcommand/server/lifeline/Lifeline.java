package io.hallcommand.server.lifeline;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Report;
import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.HallBusyException;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.live.NoSuchHallException;
import io.hallcommand.server.live.Urgent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps, shows and records what does not wait. What concerns one hall is recorded in the
 * order in which it was said.
 */
@Component
public class Lifeline implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Lifeline.class);

	private static final Duration FIRST_RETRY = Duration.ofMillis(200);

	private static final Duration SLOWEST_RETRY = Duration.ofSeconds(2);

	private static final int MOST_FAILURES = 10;

	private final Halls halls;

	private final InstantSource clock;

	private final LifelineSettings settings;

	private final PendingLog log;

	/** Writes to the disk: one after another, and on no event loop. */
	private final Scheduler disk = Schedulers.newSingle("lifeline");

	/** What is to be recorded, by hall; the first of each is under way. */
	private final Map<HallId, ArrayDeque<Errand>> errands = new HashMap<>();

	/** Kept, and not recorded yet. */
	private final AtomicInteger underWay = new AtomicInteger();

	private volatile boolean running;

	Lifeline(Halls halls, InstantSource clock, LifelineSettings settings, MeterRegistry meters) throws IOException {
		this.halls = halls;
		this.clock = clock;
		this.settings = settings;
		this.log = PendingLog.open(settings.directory());
		Gauge.builder("hall.lifeline.pending", this.log, PendingLog::size)
			.description("Declarations and ends of emergencies that the journal does not have yet")
			.register(meters);
	}

	/**
	 * An officer declares or ends an emergency.
	 * @param id the officer's own for the order
	 * @return when it is recorded, or when the database takes too long and it is shown
	 * all the same
	 */
	public Mono<Told> order(HallId hall, EmergencyOrder order, String actor, String id) {
		return tell(new Pending(hall,
				new Urgent.Ordered(order, actor, id, this.clock.instant().truncatedTo(ChronoUnit.MICROS))));
	}

	/**
	 * A device signals an emergency.
	 * @return as above
	 */
	public Mono<Told> signal(HallId hall, Report report) {
		return tell(new Pending(hall, new Urgent.Signalled(report)));
	}

	@Override
	public void start() {
		this.running = true;
		this.log.pending().forEach((left) -> {
			this.underWay.incrementAndGet();
			begin(new Errand(left));
		});
	}

	@Override
	public void stop() {
		this.running = false;
		this.disk.dispose();
		try {
			this.log.close();
		}
		catch (IOException ex) {
			logger.warn("The log of what is urgent could not be closed", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** After the halls, and gone before them. */
	@Override
	public int getPhase() {
		return 1;
	}

	/** It goes on also when its sender does not wait for the answer. */
	private Mono<Told> tell(Pending pending) {
		return Mono.defer(() -> {
			if (this.underWay.incrementAndGet() > this.settings.most()) {
				this.underWay.decrementAndGet();
				return Mono.error(new HallBusyException("Too many emergencies wait to be recorded"));
			}
			return Mono.fromCallable(() -> keep(pending)).subscribeOn(this.disk);
		}).flatMap((errand) -> {
			begin(errand);
			return errand.told();
		});
	}

	/** On the disk before anything else. A disk that fails is no reason to be silent. */
	private Errand keep(Pending pending) {
		try {
			this.log.add(pending);
		}
		catch (IOException ex) {
			logger.error("What was said of hall {} cannot be kept on this node's disk: it is lost if the node"
					+ " stops before the database answers", pending.hall(), ex);
		}
		return new Errand(pending);
	}

	private void begin(Errand errand) {
		ArrayDeque<Errand> queue;
		synchronized (this.errands) {
			queue = this.errands.computeIfAbsent(errand.pending().hall(), (hall) -> new ArrayDeque<>());
			queue.add(errand);
		}
		Mono.delay(this.settings.patience()).subscribe((late) -> errand.show(this.halls));
		if (first(errand.pending().hall()) == errand) {
			record(errand);
		}
	}

	private void record(Errand errand) {
		HallId hall = errand.pending().hall();
		this.halls.record(hall, errand.pending().urgent())
			.retryWhen(retry(Long.MAX_VALUE).filter((failure) -> this.running && away(failure)))
			// What fails for another reason must not keep back what was said after it
			.retryWhen(retry(MOST_FAILURES)
				.filter((failure) -> this.running && !away(failure) && !(failure instanceof NoSuchHallException)))
			.subscribe((answer) -> recorded(errand, answer), (failure) -> failed(errand, failure));
	}

	/** The database does not answer, or has too much to do. */
	private static boolean away(Throwable failure) {
		return failure instanceof JournalUnavailableException || failure instanceof HallBusyException;
	}

	private static RetryBackoffSpec retry(long times) {
		return Retry.backoff(times, FIRST_RETRY).maxBackoff(SLOWEST_RETRY);
	}

	private void recorded(Errand errand, EmergencyAnswer answer) {
		errand.recorded(this.halls, answer);
		forget(errand);
	}

	/** A node that stops leaves it to its next start. */
	private void failed(Errand errand, Throwable cause) {
		if (this.running) {
			logger.warn("What was said of hall {} will never be recorded", errand.pending().hall(), cause);
			errand.failed(this.halls, cause);
			forget(errand);
		}
	}

	private void forget(Errand errand) {
		this.underWay.decrementAndGet();
		this.disk.schedule(() -> {
			try {
				this.log.done(errand.pending());
			}
			catch (IOException ex) {
				logger.warn("That something was recorded could not be noted: it is tried once more"
						+ " after the next start, and found to be there", ex);
			}
		});
		HallId hall = errand.pending().hall();
		synchronized (this.errands) {
			ArrayDeque<Errand> queue = this.errands.get(hall);
			if (queue != null) {
				queue.remove(errand);
				if (queue.isEmpty()) {
					this.errands.remove(hall);
				}
			}
		}
		Errand next = first(hall);
		if (next != null) {
			record(next);
		}
	}

	private @Nullable Errand first(HallId hall) {
		synchronized (this.errands) {
			ArrayDeque<Errand> queue = this.errands.get(hall);
			return (queue != null) ? queue.peek() : null;
		}
	}

}
