package io.hallcommand.server.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Somebody who receives messages over HTTP, and answers as a test wants it.
 */
public final class Receiver implements AutoCloseable {

	public static final int OK = 204;

	/** What came in, in its order; also what was not taken. */
	public final List<Message> heard = new CopyOnWriteArrayList<>();

	private final Function<Message, Mono<Integer>> answer;

	private final DisposableServer server;

	/**
	 * @param answer the status of the answer to a message; {@code Mono.never()} for none
	 */
	public Receiver(Function<Message, Mono<Integer>> answer) {
		this.answer = answer;
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.handle((request, response) -> request.receive()
				.aggregate()
				.asByteArray()
				.map((body) -> new Message(request.uri(), header(request.requestHeaders().get("webhook-id")),
						header(request.requestHeaders().get("webhook-timestamp")),
						header(request.requestHeaders().get("webhook-signature")),
						new String(body, StandardCharsets.UTF_8), Instant.now()))
				.doOnNext(this.heard::add)
				.flatMap(this.answer)
				.flatMap((status) -> response.status(status).header("Location", "/elsewhere").send().then()))
			.bindNow();
	}

	public static Receiver takingAll() {
		return new Receiver((message) -> Mono.just(OK));
	}

	private static String header(String value) {
		return Objects.requireNonNullElse(value, "");
	}

	/**
	 * A request.
	 */
	public record Message(String path, String id, String timestamp, String signature, String body, Instant at) {
	}

	public URI url() {
		return URI.create("http://127.0.0.1:" + this.server.port() + "/alerts?token=x");
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
