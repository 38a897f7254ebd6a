package io.hallcommand.benchmark.contestant;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.benchmark.client.Door;
import io.hallcommand.benchmark.client.RSocketHello;
import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.lab.Cores;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.ServerProcess;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import io.hallcommand.sim.load.LoadHall;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.ReportJson;
import tools.jackson.databind.JsonNode;

/**
 * Our own server as it is shipped, with the PostgreSQL and Redis that it starts itself;
 * these run beside the client, not on the server's core.
 */
public final class HallServer implements Contestant {

	private static final Duration START = Duration.ofSeconds(90);

	private final ServerProcess process;

	private final InetSocketAddress http;

	private final InetSocketAddress rsocket;

	private final String token;

	private final double startSeconds;

	private final Path data;

	private int halls;

	private HallServer(ServerProcess process, InetSocketAddress http, InetSocketAddress rsocket, String token,
			double startSeconds, Path data) {
		this.process = process;
		this.http = http;
		this.rsocket = rsocket;
		this.token = token;
		this.startSeconds = startSeconds;
		this.data = data;
	}

	/**
	 * Starts it and waits until it serves.
	 * @param data its data directory
	 * @param settings such as {@code hall.live.cadence}
	 * @param options for its Java
	 */
	public static HallServer start(Lab lab, Path data, Map<String, String> settings, String... options)
			throws InterruptedException {
		InetSocketAddress http = Lab.freeAddress();
		InetSocketAddress rsocket = Lab.freeAddress();
		Map<String, String> environment = new LinkedHashMap<>();
		environment.put("HALL_DATA", data.toString());
		environment.put("HALL_DEMO_CROWD", "false");
		environment.put("HALL_DEMO_REGION", "false");
		environment.put("SERVER_PORT", Integer.toString(http.getPort()));
		environment.put("HALL_RSOCKET_PORT", Integer.toString(rsocket.getPort()));
		List<String> command = new ArrayList<>(lab.java());
		command.addAll(List.of(options));
		command.addAll(List.of("-jar", lab.serverJar().toString()));
		settings.forEach((key, value) -> command.add("--" + key + "=" + value));
		ServerProcess process = lab.start("server.log", command, environment);
		URI health = URI.create("http://127.0.0.1:" + http.getPort() + "/actuator/health");
		double seconds = process.awaitReady(START, () -> ServerProcess.listens(http) && status(health) == 200);
		Cores.moveToOthers(process.descendants());
		Cores.moveToOthers(Database.of(data).processes());
		try {
			JsonNode credentials = HallJson.mapper().readTree(Files.readString(data.resolve("credentials.json")));
			return new HallServer(process, http, rsocket, credentials.required("adminToken").stringValue(), seconds,
					data);
		}
		catch (IOException ex) {
			process.close();
			throw new IllegalStateException("The server wrote no credentials", ex);
		}
	}

	private static int status(URI address) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build(),
						HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
		catch (IOException ex) {
			return 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return 0;
		}
	}

	@Override
	public String name() {
		return "Hall Command";
	}

	/** From the start of the process until it answered that it is healthy. */
	public double startSeconds() {
		return this.startSeconds;
	}

	public URI uri() {
		return URI.create("http://127.0.0.1:" + this.http.getPort());
	}

	public int rsocketPort() {
		return this.rsocket.getPort();
	}

	public String token() {
		return this.token;
	}

	public InetSocketAddress address() {
		return this.http;
	}

	public Database database() {
		return Database.of(this.data);
	}

	@Override
	public List<Stage> stages(int halls) {
		return stages(halls, Transport.SSE);
	}

	/**
	 * How screens come in.
	 */
	public enum Transport {

		SSE, RSOCKET_TCP, RSOCKET_WEB_SOCKET

	}

	/** New halls, each with open windows and nobody in it. */
	public List<Stage> stages(int halls, Transport transport) {
		return stages(halls, transport, 0);
	}

	/**
	 * New halls, each with open windows.
	 * @param waiting people in each, and they stay
	 */
	public List<Stage> stages(int halls, Transport transport, int waiting) {
		List<Stage> stages = new ArrayList<>();
		for (int i = 0; i < halls; i++) {
			stages.add(stage(new HallId("stage-" + ++this.halls), transport, waiting));
		}
		return stages;
	}

	private Stage stage(HallId hall, Transport transport, int waiting) {
		long version = make(hall, waiting);
		String route = "halls." + hall + ".stream";
		Door door = switch (transport) {
			case SSE -> Door.sse(this.http, "/api/halls/" + hall + "/stream", this.token, Door.Kind.SSE_CHUNKS);
			case RSOCKET_TCP -> RSocketHello.tcp(this.rsocket, route, this.token);
			case RSOCKET_WEB_SOCKET -> RSocketHello.webSocket(this.http, route, this.token);
		};
		Stage.Feed feed = new Stage.Feed(this.http, "/api/halls/" + hall + "/events", this.token, "application/json",
				HallServer::facts);
		return new Stage(door, feed, version, true);
	}

	/** Returns the hall's version. */
	private long make(HallId hall, int waiting) {
		try (HallClient client = new HallClient(uri(), hall, this.token)) {
			client.putPlan(LoadHall.plan(hall));
			List<Report> openings = new ArrayList<>();
			for (int window = 0; window < LoadHall.WINDOWS; window++) {
				openings.add(new Report(new EventKey("benchmark", "open-" + window), Instant.now(),
						new HallEvent.WindowOpened(LoadHall.window(window), null, null)));
			}
			client.send(openings);
			List<Report> arrivals = new ArrayList<>();
			for (int n = 0; n < waiting; n++) {
				arrivals.add(new Report(new EventKey("benchmark", "waiting-" + n), Instant.now(),
						LoadHall.fact("waiting-" + n, n % LoadHall.WINDOWS, 0)));
			}
			if (!arrivals.isEmpty()) {
				client.send(arrivals);
			}
			return client.view().required("version").longValue();
		}
		catch (HallUnavailable ex) {
			throw new IllegalStateException("Hall " + hall + " could not be made", ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Visitors at all windows in turn. */
	private static byte[] facts(long first, int events) {
		StringBuilder body = new StringBuilder("[");
		Instant now = Instant.now();
		for (long n = first; n < first + events; n++) {
			int window = (int) (n / 4 % LoadHall.WINDOWS);
			long step = n / 4 / LoadHall.WINDOWS * 4 + n % 4;
			Report report = new Report(new EventKey("benchmark", Long.toString(n)), now,
					LoadHall.fact("b", window, step));
			body.append((n > first) ? "," : "").append(ReportJson.write(report));
		}
		return body.append(']').toString().getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void warmUp() throws InterruptedException {
		WarmUp.of(this, this.process, Duration.ofSeconds(40));
	}

	@Override
	public long[] processes() {
		return new long[] { this.process.pid() };
	}

	@Override
	public Writes writes() {
		String metrics = get("/actuator/prometheus");
		return new Writes(counter(metrics, "hall_stream_writes_total"), counter(metrics, "hall_stream_frames_total"));
	}

	private static double counter(String metrics, String name) {
		return metrics.lines()
			.filter((line) -> line.startsWith(name + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The server does not count " + name));
	}

	private String get(String path) {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(uri() + path))
				.header("Authorization", "Bearer " + this.token)
				.timeout(Duration.ofSeconds(20))
				.build();
			return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new IllegalStateException("GET " + path + " failed", ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Lets it use all cores, until {@link #confine}. */
	public void free() {
		this.process.free();
	}

	public void confine() {
		this.process.confine();
	}

	public long pid() {
		return this.process.pid();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
