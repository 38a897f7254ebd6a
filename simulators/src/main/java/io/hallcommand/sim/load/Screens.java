package io.hallcommand.sim.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.sim.client.RSocketLink;
import io.hallcommand.wire.HallJson;
import io.rsocket.Payload;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import tools.jackson.databind.JsonNode;

/**
 * Many screens on few threads: SSE over HTTP, and RSocket over TCP. The first of each
 * kind in a hall is a probe.
 */
final class Screens implements AutoCloseable {

	private static final Retry AGAIN = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
		.maxBackoff(Duration.ofSeconds(3));

	private final LoadSettings settings;

	private final ConnectionProvider connections = ConnectionProvider.builder("screens")
		.maxConnections(LoadSettings.MAX_SCREENS)
		.pendingAcquireMaxCount(LoadSettings.MAX_SCREENS)
		.build();

	private final HttpClient http;

	private final List<Screen> all = new ArrayList<>();

	private final List<Disposable> streams = new ArrayList<>();

	Screens(LoadSettings settings) {
		this.settings = settings;
		this.http = HttpClient.create(this.connections)
			.baseUrl(settings.server().toString())
			.headers((headers) -> authorize(headers, settings.token()));
	}

	private static void authorize(io.netty.handler.codec.http.HttpHeaders headers, @Nullable String token) {
		headers.set("Accept", "text/event-stream");
		if (token != null) {
			headers.set("Authorization", "Bearer " + token);
		}
	}

	void open(HallId hall) {
		int rsockets = (int) Math.round(this.settings.screens() * this.settings.rsocketShare());
		for (int i = 0; i < this.settings.screens(); i++) {
			boolean rsocket = i < rsockets;
			Screen screen = new Screen(hall, i == 0 || i == rsockets);
			this.all.add(screen);
			Flux<?> stream = rsocket ? rsocket(screen) : sse(screen);
			this.streams.add(stream.concatWith(Mono.error(() -> new IllegalStateException("The stream ended")))
				.doOnError((ex) -> screen.interrupted())
				.retryWhen(AGAIN)
				.subscribe((each) -> {
				}, (ex) -> {
				}));
		}
	}

	private Flux<?> sse(Screen screen) {
		return Flux.defer(() -> {
			SseParser parser = new SseParser(screen.probe, screen::frame);
			return this.http.get()
				.uri("/api/halls/" + screen.hall + "/stream")
				.response((response, body) -> (response.status().code() == 200) ? body.asByteArray()
						: Flux.error(new IllegalStateException("Status " + response.status())))
				.doOnNext((bytes) -> {
					screen.received(bytes.length);
					parser.read(bytes);
				});
		});
	}

	private Flux<?> rsocket(Screen screen) {
		InetSocketAddress address = new InetSocketAddress(this.settings.server().getHost(),
				this.settings.rsocketPort());
		return RSocketLink.connect(address, this.settings.token())
			.flatMapMany((socket) -> socket
				.requestStream(RSocketLink.request("halls." + screen.hall + ".stream", new byte[0]))
				.doOnNext((payload) -> rsocketFrame(screen, payload))
				.doFinally((signal) -> socket.dispose()));
	}

	private static void rsocketFrame(Screen screen, Payload payload) {
		screen.received(payload.data().readableBytes());
		String text = RSocketLink.text(payload);
		payload.release();
		if (screen.probe) {
			JsonNode frame = HallJson.mapper().readTree(text);
			screen.frame(frame.path("event").stringValue(""), frame.path("id").stringValue(""),
					frame.path("data").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
		}
		else {
			screen.frame(value(text, "\"event\":\""), value(text, "\"id\":\""), new byte[0]);
		}
	}

	/** Both stand before the data; parsing it all would cost more than it measures. */
	private static String value(String text, String key) {
		int start = text.indexOf(key);
		return (start < 0) ? "" : text.substring(start + key.length(), text.indexOf('"', start + key.length()));
	}

	List<Screen> all() {
		return this.all;
	}

	@Override
	public void close() {
		this.streams.forEach(Disposable::dispose);
		this.connections.dispose();
	}

}
