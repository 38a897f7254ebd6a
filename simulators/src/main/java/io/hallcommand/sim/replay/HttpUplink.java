package io.hallcommand.sim.replay;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;

/**
 * Batches over HTTP. One request is under way at a time, because requests beside each
 * other may overtake each other; the next one is made ready meanwhile.
 */
final class HttpUplink implements Uplink {

	private static final byte[] END = new byte[0];

	private final HallClient client;

	private final ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor();

	HttpUplink(HallClient client) {
		this.client = client;
	}

	@Override
	public void send(Conveyor conveyor) throws HallUnavailable, InterruptedException {
		Conveyor.Run run = conveyor.run();
		Future<byte[]> next = this.ahead.submit(() -> encoded(run));
		try {
			for (byte[] batch = get(next); batch.length > 0; batch = get(next)) {
				next = this.ahead.submit(() -> encoded(run));
				run.answered(this.client.send(batch));
			}
		}
		finally {
			next.cancel(true);
		}
	}

	private static byte[] encoded(Conveyor.Run run) throws InterruptedException {
		Conveyor.Batch batch = run.take();
		return (batch != null) ? HallClient.encode(batch.reports()) : END;
	}

	private static byte[] get(Future<byte[]> future) throws InterruptedException {
		try {
			return future.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	@Override
	public void close() {
		this.ahead.shutdownNow();
	}

}
