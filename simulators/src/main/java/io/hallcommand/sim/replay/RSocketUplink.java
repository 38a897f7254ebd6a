package io.hallcommand.sim.replay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.sim.client.Answer;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallRefused;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.client.RSocketLink;
import io.hallcommand.wire.HallJson;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.RSocketErrorException;
import io.rsocket.exceptions.ApplicationErrorException;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.exceptions.RejectedSetupException;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/**
 * Batches over an RSocket request-channel: many under way at a time and in order, as many
 * as the server asks for by {@code request(n)}.
 */
final class RSocketUplink implements Uplink {

	private final InetSocketAddress server;

	private final HallId hall;

	private final @Nullable String token;

	RSocketUplink(InetSocketAddress server, HallId hall, @Nullable String token) {
		this.server = server;
		this.hall = hall;
		this.token = token;
	}

	@Override
	public void send(Conveyor conveyor) throws HallUnavailable, InterruptedException {
		RSocket socket = null;
		try {
			socket = RSocketLink.connect(this.server, this.token).block();
			if (socket != null) {
				channel(socket, conveyor.run());
			}
		}
		catch (RuntimeException ex) {
			throw failure(ex);
		}
		finally {
			if (socket != null) {
				socket.dispose();
			}
		}
	}

	private void channel(RSocket socket, Conveyor.Run run) {
		Flux<Payload> batches = Flux.<Payload, Boolean>generate(() -> true, (first, sink) -> next(run, first, sink))
			.subscribeOn(Schedulers.boundedElastic());
		socket.requestChannel(batches).doOnNext((payload) -> {
			run.answered(answer(RSocketLink.text(payload)));
			payload.release();
		}).blockLast();
	}

	private boolean next(Conveyor.Run run, boolean first, SynchronousSink<Payload> sink) {
		try {
			Conveyor.Batch batch = run.take();
			if (batch == null) {
				sink.complete();
			}
			else {
				byte[] data = HallClient.encode(batch.reports());
				sink.next(first ? RSocketLink.request("halls." + this.hall.value() + ".events", data)
						: RSocketLink.data(data));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			sink.error(ex);
		}
		return false;
	}

	private Answer answer(String text) {
		JsonNode json = HallJson.mapper().readTree(text);
		int status = json.path("status").intValue(200);
		if (status != 200 && status != 422) {
			throw new RejectedException(text);
		}
		return Answer.read(json);
	}

	private HallUnavailable failure(RuntimeException ex) throws InterruptedException {
		Throwable cause = Exceptions.unwrap(ex);
		if (cause instanceof InterruptedException) {
			throw new InterruptedException();
		}
		String message = "No answer from " + this.server.getHostString() + ":" + this.server.getPort()
				+ " over RSocket: " + cause.getMessage();
		if (cause instanceof RejectedSetupException || cause instanceof RejectedException
				|| cause instanceof ApplicationErrorException) {
			int status = status(cause.getMessage());
			if (status / 100 == 4 && status != 429) {
				throw new HallRefused(status, "Hall " + this.hall + " takes no events: " + cause.getMessage());
			}
			return new HallUnavailable(message, null, cause);
		}
		if (cause instanceof IOException || cause instanceof ClosedChannelException
				|| cause instanceof RSocketErrorException) {
			return new HallUnavailable(message, null, cause);
		}
		throw ex;
	}

	private static int status(@Nullable String problem) {
		try {
			return HallJson.mapper().readTree((problem != null) ? problem : "").path("status").intValue(0);
		}
		catch (RuntimeException ex) {
			return 0;
		}
	}

	@Override
	public void close() {
		// Connections end with the sending
	}

}
