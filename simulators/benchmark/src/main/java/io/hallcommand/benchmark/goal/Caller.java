package io.hallcommand.benchmark.goal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.hallcommand.benchmark.contestant.HallServer;

/**
 * Calls the server, many times at once.
 */
final class Caller implements AutoCloseable {

	private static final int AT_ONCE = 32;

	private final HallServer server;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.executor(Executors.newVirtualThreadPerTaskExecutor())
		.build();

	Caller(HallServer server) {
		this.server = server;
	}

	/** One of many calls. */
	interface Call {

		CompletableFuture<HttpResponse<String>> begin(int number);

	}

	void each(int count, Call call) throws InterruptedException {
		Semaphore room = new Semaphore(AT_ONCE);
		AtomicInteger failed = new AtomicInteger();
		for (int i = 0; i < count; i++) {
			room.acquire();
			var unused = call.begin(i).whenComplete((answer, failure) -> {
				room.release();
				if (failure != null || answer.statusCode() >= 300) {
					failed.incrementAndGet();
				}
			});
		}
		room.acquire(AT_ONCE);
		if (failed.get() > 0) {
			throw new IllegalStateException(failed + " of " + count + " calls failed");
		}
	}

	CompletableFuture<HttpResponse<String>> put(String path, String body) {
		return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)));
	}

	CompletableFuture<HttpResponse<String>> post(String path, String body) {
		return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** Hands on each line until it is cancelled. */
	CompletableFuture<?> watch(String path, Consumer<String> lines) {
		return this.http
			.sendAsync(request(path).header("Accept", "text/event-stream").GET().build(),
					HttpResponse.BodyHandlers.ofLines())
			.thenAcceptAsync((answer) -> answer.body().forEach(lines), Executors.newVirtualThreadPerTaskExecutor());
	}

	/** As somebody else. */
	CompletableFuture<HttpResponse<String>> post(String path, String body, String token) {
		return send(request(path).setHeader("Authorization", "Bearer " + token)
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
		return this.http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.server.uri() + path))
			.header("Authorization", "Bearer " + this.server.token())
			.header("Content-Type", "application/json");
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

}
