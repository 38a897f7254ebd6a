package io.hallcommand.benchmark.client;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.ServerProcess;
import io.hallcommand.benchmark.reference.BareNettyServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * The load and the bare reference, against each other over real connections.
 */
class FanOutTest {

	private static final long SELF = ProcessHandle.current().pid();

	private static final Duration SHORT = Duration.ofMillis(300);

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyScreenGetsEveryEventOnce(boolean joined) throws InterruptedException {
		InetSocketAddress address = serve(joined);
		FanOut.Result result = new FanOut(new FanOut.Settings(20, 5, 50, new FanOut.WarmUp(SHORT, SHORT), SHORT))
			.run(List.of(stage(address, "/sse/a", "/pub/a"), stage(address, "/sse/b", "/pub/b")), SELF);
		assertThat(result.messages()).isPositive().isEqualTo(result.events());
		assertThat(result.jumps()).isZero();
		assertThat(result.latencyMicros().getTotalCount()).isEqualTo(result.messages());
		assertThat(result.bytesPerMessage()).isBetween(40.0, 70.0);
	}

	@Test
	void aRefusalIsSaid() throws InterruptedException {
		InetSocketAddress address = serve(false);
		FanOut fanOut = new FanOut(new FanOut.Settings(1, 1, 5, new FanOut.WarmUp(SHORT, SHORT), SHORT));
		assertThatThrownBy(() -> fanOut.run(List.of(stage(address, "/nowhere", "/pub/a")), SELF))
			.hasMessageContaining("HTTP/1.1 404");
		assertThatThrownBy(() -> fanOut.run(List.of(stage(address, "/sse/a", "/nowhere")), SELF))
			.hasMessageContaining("404");
	}

	private static InetSocketAddress serve(boolean joined) {
		InetSocketAddress address = Lab.freeAddress();
		Thread.ofVirtual().start(() -> {
			try {
				BareNettyServer.serve(address.getPort(), joined);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		await().until(() -> ServerProcess.listens(address));
		return address;
	}

	private static Stage stage(InetSocketAddress address, String screens, String events) {
		Source source = (first, count) -> {
			StringBuilder lines = new StringBuilder();
			for (int i = 1; i <= count; i++) {
				lines.append((i > 1) ? "\n" : "").append("{\"seq\":").append(first + i).append('}');
			}
			return lines.toString().getBytes(StandardCharsets.US_ASCII);
		};
		return new Stage(Door.sse(address, screens, null, Door.Kind.SSE_CHUNKS),
				new Stage.Feed(address, events, null, "text/plain", source), 0, false);
	}

}
