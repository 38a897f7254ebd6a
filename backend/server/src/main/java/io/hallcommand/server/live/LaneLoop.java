package io.hallcommand.server.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A lane's thread: does one thing after another, now or later.
 */
final class LaneLoop {

	private static final Logger log = LoggerFactory.getLogger(LaneLoop.class);

	private final ScheduledThreadPoolExecutor thread;

	private final Scheduler scheduler;

	LaneLoop(int number) {
		this.thread = new ScheduledThreadPoolExecutor(1, (work) -> new LaneThread(work, number));
		this.thread.setRemoveOnCancelPolicy(true);
		this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		this.scheduler = Schedulers.fromExecutorService(this.thread);
	}

	/** The same thread, for Reactor. */
	Scheduler scheduler() {
		return this.scheduler;
	}

	void close() {
		this.thread.shutdown();
	}

	/** Any thread: behind what waits already. */
	void run(Runnable work) {
		try {
			this.thread.execute(guarded(work));
		}
		catch (RejectedExecutionException ex) {
			log.trace("The lane is closed", ex);
		}
	}

	Future<?> later(Runnable work, long delay, TimeUnit unit) {
		try {
			return this.thread.schedule(guarded(work), delay, unit);
		}
		catch (RejectedExecutionException ex) {
			log.trace("The lane is closed", ex);
			return CompletableFuture.completedFuture(false);
		}
	}

	/** A bug in one hall's turn must not end the turns of all others unseen. */
	private static Runnable guarded(Runnable work) {
		return () -> {
			try {
				work.run();
			}
			catch (RuntimeException ex) {
				log.error("A hall's writer failed", ex);
			}
		};
	}

}
