package io.hallcommand.server.acceptance;

import java.util.function.Function;

import io.hallcommand.wire.HallJson;
import io.rsocket.RSocket;
import io.rsocket.transport.ClientTransport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A screen on RSocket. It asks for a few frames at a time, as a browser does.
 */
final class RSocketScreen implements Screen {

	private final Picture picture = new Picture();

	private final Node node;

	private final String token;

	private final String route;

	private final Function<Node, ClientTransport> transport;

	private @Nullable RSocket socket;

	private volatile @Nullable Throwable failure;

	RSocketScreen(Node node, String hall, Function<Node, ClientTransport> transport) {
		this(node, node.admin(), transport, "halls." + hall + ".stream");
	}

	private RSocketScreen(Node node, String token, Function<Node, ClientTransport> transport, String route) {
		this.node = node;
		this.token = token;
		this.route = route;
		this.transport = transport;
	}

	/** Watches a hall and all below it. */
	static RSocketScreen ofRegion(Node node, String top) {
		return new RSocketScreen(node, node.admin(), RSocketClient::tcp, "halls." + top + ".region");
	}

	/** Watches what visitors may see of a hall. */
	static RSocketScreen ofVisitors(Node node, String token, String hall, Function<Node, ClientTransport> transport) {
		return new RSocketScreen(node, token, transport, "halls." + hall + ".public");
	}

	@Override
	public Picture picture() {
		Throwable failed = this.failure;
		if (failed != null) {
			throw new AssertionError(failed);
		}
		return this.picture;
	}

	@Override
	public void connect() {
		RSocket connection = RSocketClient.connect(this.transport.apply(this.node), this.token).block();
		if (connection == null) {
			throw new AssertionError("no connection");
		}
		this.socket = connection;
		String lastId = this.picture.lastId();
		connection
			.requestStream(
					RSocketClient.request(this.route, (lastId != null) ? "{\"lastEventId\":\"" + lastId + "\"}" : ""))
			.limitRate(8)
			.subscribe((payload) -> {
				JsonNode frame = HallJson.mapper().readTree(payload.getDataUtf8());
				payload.release();
				try {
					this.picture.frame(frame.path("id").stringValue(null), frame.required("event").stringValue(),
							frame.required("data").toString());
				}
				catch (RuntimeException | AssertionError ex) {
					this.failure = ex;
				}
			}, (ex) -> {
				// cut
			});
	}

	@Override
	public void cut() {
		if (this.socket != null) {
			this.socket.dispose();
		}
	}

	@Override
	public void close() {
		cut();
	}

}
