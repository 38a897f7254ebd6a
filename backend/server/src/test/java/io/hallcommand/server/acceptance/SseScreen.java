package io.hallcommand.server.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * Reads server-sent events from a bare socket, so that it can be cut anywhere and sees
 * the chunks as they are.
 */
final class SseScreen implements Screen {

	private final Picture picture = new Picture();

	private final int port;

	private final String token;

	/** Below the halls. */
	private final String path;

	private @Nullable Socket socket;

	private volatile @Nullable Throwable failure;

	SseScreen(Node node, String hall) {
		this(node.port, node.admin(), hall);
	}

	SseScreen(int port, String token, String hall) {
		this(port, token, hall, "/stream");
	}

	private SseScreen(int port, String token, String hall, String stream) {
		this.port = port;
		this.token = token;
		this.path = hall + stream;
	}

	/** Watches a hall and all below it. */
	static SseScreen ofRegion(Node node, String top) {
		return new SseScreen(node.port, node.admin(), top, "/region/stream");
	}

	/** Watches what visitors may see of a hall. */
	static SseScreen ofVisitors(Node node, String token, String hall) {
		return new SseScreen(node.port, token, hall, "/public/stream");
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
		try {
			Socket connection = new Socket("localhost", this.port);
			this.socket = connection;
			String lastId = this.picture.lastId();
			OutputStream out = connection.getOutputStream();
			out.write(("GET /api/halls/" + this.path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
					+ this.token + "\r\n" + ((lastId != null) ? "Last-Event-ID: " + lastId + "\r\n" : "") + "\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			Thread.ofVirtual().start(() -> read(connection));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void cut() {
		try {
			if (this.socket != null) {
				this.socket.close();
			}
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Override
	public void close() {
		cut();
	}

	private void read(Socket connection) {
		try (ChunkedReader reader = new ChunkedReader(connection)) {
			String id = null;
			String event = "message";
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				int colon = line.indexOf(": ");
				String field = (colon > 0) ? line.substring(0, colon) : line;
				switch (field) {
					case "id" -> id = line.substring(colon + 2);
					case "event" -> event = line.substring(colon + 2);
					case "data" -> {
						this.picture.frame(id, event, line.substring(colon + 2));
						id = null;
					}
					default -> {
						// comments and blank lines
					}
				}
			}
		}
		catch (IOException ex) {
			// cut
		}
		catch (RuntimeException | AssertionError ex) {
			this.failure = ex;
		}
	}

	/**
	 * HTTP/1.1 by hand: head, then chunks whose content is lines.
	 */
	private static final class ChunkedReader implements AutoCloseable {

		private final BufferedReader in;

		private String content = "";

		ChunkedReader(Socket connection) throws IOException {
			this.in = new BufferedReader(
					new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
			String status = this.in.readLine();
			if (status == null || !status.startsWith("HTTP/1.1 200")) {
				throw new AssertionError("the stream answered " + status);
			}
			for (String line = status; line != null && !line.isEmpty(); line = this.in.readLine()) {
				// the head
			}
		}

		@Nullable String readLine() throws IOException {
			int end = this.content.indexOf('\n');
			while (end < 0) {
				String size = this.in.readLine();
				if (size == null || size.equals("0")) {
					return null;
				}
				char[] chunk = new char[Integer.parseInt(size, 16)];
				for (int read = 0; read < chunk.length;) {
					int n = this.in.read(chunk, read, chunk.length - read);
					if (n < 0) {
						return null;
					}
					read += n;
				}
				String rest = this.in.readLine();
				if (rest == null) {
					return null;
				}
				if (!rest.isEmpty()) {
					throw new AssertionError("a chunk is longer than it says");
				}
				this.content += new String(chunk);
				end = this.content.indexOf('\n');
			}
			String line = this.content.substring(0, end);
			this.content = this.content.substring(end + 1);
			return new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
		}

		@Override
		public void close() throws IOException {
			this.in.close();
		}

	}

}
