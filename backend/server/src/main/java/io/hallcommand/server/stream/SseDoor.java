package io.hallcommand.server.stream;

import java.nio.charset.StandardCharsets;

import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.problem.Problem;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers a request with a feed's frames as server-sent events.
 */
@Component
public class SseDoor {

	private static final byte[] HELLO = ": hall\n\n".getBytes(StandardCharsets.US_ASCII);

	private final StreamHub hub;

	private final Access access;

	SseDoor(StreamHub hub, Access access) {
		this.hub = hub;
		this.access = access;
	}

	/**
	 * Opens the stream; it goes on after the framework believes that it is over.
	 * @param feed what to watch, once it is there
	 * @param lastEventId the last frame that the screen has; {@code null} if none
	 */
	public Mono<Void> open(Mono<Feed> feed, @Nullable String lastEventId, Caller caller, ServerWebExchange exchange) {
		if (!isHttp11(exchange)) {
			return Mono.error(Problem
				.of(505, "http-version", "This HTTP version does not work here", "The stream needs HTTP/1.1.")
				.exception());
		}
		return feed.flatMap((found) -> open(exchange.getResponse(), found, lastEventId, caller));
	}

	private Mono<Void> open(ServerHttpResponse response, Feed feed, @Nullable String lastEventId, Caller caller) {
		response.getHeaders().setContentType(new MediaType("text", "event-stream", StandardCharsets.UTF_8));
		response.getHeaders().setCacheControl(CacheControl.noStore());
		response.getHeaders().setConnection("close");
		// Reverse proxies of the nginx kind must not collect the stream
		response.getHeaders().set("X-Accel-Buffering", "no");
		// The framework writes head and first chunk; the rest is written past it
		Flux<DataBuffer> hello = Flux.defer(() -> {
			takeOver(response, feed, lastEventId, caller);
			return Flux.just(response.bufferFactory().wrap(HELLO));
		});
		return response.writeAndFlushWith(Flux.just(hello));
	}

	private void takeOver(ServerHttpResponse response, Feed feed, @Nullable String lastEventId, Caller caller) {
		HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
		netty.withConnection((connection) -> {
			SseOutlet outlet = new SseOutlet(this.hub, connection.channel());
			connection.channel()
				.pipeline()
				.addLast(new Takeover(outlet, () -> outlet.open(feed, lastEventId, this.access, caller)));
		});
	}

	/** Frames carry the chunk framing of HTTP/1.1 in them. */
	private static boolean isHttp11(ServerWebExchange exchange) {
		HttpServerRequest netty = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
		return netty.version().equals(HttpVersion.HTTP_1_1);
	}

}
