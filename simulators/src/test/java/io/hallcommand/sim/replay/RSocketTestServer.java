package io.hallcommand.sim.replay;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;

import io.hallcommand.sim.client.RSocketLink;
import io.hallcommand.sim.client.TestServer;
import io.hallcommand.wire.HallJson;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.SocketAcceptor;
import io.rsocket.core.RSocketServer;
import io.rsocket.transport.netty.server.CloseableChannel;
import io.rsocket.transport.netty.server.TcpServerTransport;
import io.rsocket.util.DefaultPayload;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The RSocket door of a {@link TestServer}: asks for two batches at a time and breaks
 * connections when told to, after it has taken a batch.
 */
final class RSocketTestServer implements AutoCloseable {

	private final TestServer hall;

	private final CloseableChannel channel;

	private final AtomicInteger batches = new AtomicInteger();

	private final IntPredicate breaksAfter;

	RSocketTestServer(TestServer hall, IntPredicate breaksAfter) {
		this.hall = hall;
		this.breaksAfter = breaksAfter;
		this.channel = RSocketServer.create(SocketAcceptor.with(new RSocket() {
			@Override
			public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
				return Flux.from(payloads).limitRate(2).concatMap(RSocketTestServer.this::answer, 2);
			}
		})).bindNow(TcpServerTransport.create("localhost", 0));
	}

	private Mono<Payload> answer(Payload payload) {
		String text = RSocketLink.text(payload);
		payload.release();
		String answer = this.hall.take(HallJson.mapper().readTree(text)).toString();
		return this.breaksAfter.test(this.batches.incrementAndGet()) ? Mono.error(new IllegalStateException("broken"))
				: Mono.just(DefaultPayload.create(answer));
	}

	InetSocketAddress address() {
		return this.channel.address();
	}

	@Override
	public void close() {
		this.channel.dispose();
	}

}
