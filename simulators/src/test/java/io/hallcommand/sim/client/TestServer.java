package io.hallcommand.sim.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.wire.EntryJson;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.PlanJson;
import io.hallcommand.wire.ReportJson;
import io.hallcommand.wire.UsualJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small server of one hall: takes events once, keeps the journal, and fails when told
 * to: before it has taken a batch, or after it has, without an answer.
 */
public final class TestServer implements AutoCloseable {

	public static final String TOKEN = "test-token";

	private final HttpServer http;

	private final InstantSource clock;

	private final List<JournalEntry> journal = new ArrayList<>();

	private final Set<EventKey> keys = new HashSet<>();

	private final AtomicInteger batches = new AtomicInteger();

	private final Hall hall;

	private volatile IntPredicate failsBefore = (batch) -> false;

	private volatile IntPredicate failsAfter = (batch) -> false;

	private volatile boolean closed;

	public TestServer(HallId id, InstantSource clock) throws IOException {
		this.hall = Hall.empty(id);
		this.clock = clock;
		this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.http.createContext("/api/halls/" + id.value(), this::handle);
		this.http.start();
	}

	public URI uri() {
		return URI.create("http://localhost:" + this.http.getAddress().getPort());
	}

	public HallClient client() {
		return new HallClient(uri(), this.hall.id(), TOKEN);
	}

	/** Batch numbers, from 1, that are answered with 503 and not taken. */
	public void failsBefore(IntPredicate batches) {
		this.failsBefore = batches;
	}

	/** Batch numbers, from 1, that are taken but never answered. */
	public void failsAfter(IntPredicate batches) {
		this.failsAfter = batches;
	}

	public synchronized List<JournalEntry> journal() {
		return List.copyOf(this.journal);
	}

	public synchronized @Nullable HallPlan plan() {
		return this.hall.plan();
	}

	public synchronized JsonNode view() {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.write(this.hall.view(), out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

	public synchronized void plan(HallPlan plan) {
		EventKey key = new EventKey(EventKey.HALL, "plan-" + this.hall.version());
		this.hall.plan(plan, "test", key, this.clock.instant()).ifPresent(this.journal::add);
	}

	public synchronized UsualDays usual() {
		return this.hall.usual();
	}

	private synchronized void usual(UsualDays days) {
		EventKey key = new EventKey(EventKey.HALL, "usual-" + this.hall.version());
		this.journal.addAll(this.hall.usual(days, "test", key, this.clock.instant()));
	}

	/** Takes a JSON array of events; the answer is that of the real server. */
	public synchronized ObjectNode take(JsonNode events) {
		int accepted = 0;
		int duplicates = 0;
		ObjectNode answer = HallJson.mapper().createObjectNode();
		var rejected = HallJson.mapper().createArrayNode();
		for (int i = 0; i < events.size(); i++) {
			switch (ReportJson.read(events.get(i))) {
				case ReportJson.Read(Report report) -> {
					if (this.keys.add(report.key())) {
						this.journal.addAll(this.hall.report(report, this.clock.instant()));
						accepted++;
					}
					else {
						duplicates++;
					}
				}
				case ReportJson.Refused refused -> rejected.addObject()
					.put("index", i)
					.putObject("problem")
					.put("detail", refused.problem().sentence());
			}
		}
		answer.put("accepted", accepted).put("duplicates", duplicates).put("version", this.hall.version());
		answer.set("rejected", rejected);
		return answer;
	}

	private void handle(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath().substring(("/api/halls/" + this.hall.id()).length());
		String token = exchange.getRequestHeaders().getFirst("Authorization");
		if (!("Bearer " + TOKEN).equals(token)) {
			answer(exchange, 401, "{\"detail\":\"no token\"}");
			return;
		}
		byte[] body = exchange.getRequestBody().readAllBytes();
		if (path.equals("/events") && exchange.getRequestMethod().equals("POST")) {
			events(exchange, body);
		}
		else if (path.equals("/plan") && exchange.getRequestMethod().equals("PUT")) {
			HallPlan plan = PlanJson.read(HallJson.mapper().readTree(body), this.hall.id()).plan();
			if (plan != null) {
				plan(plan);
			}
			answer(exchange, (plan != null) ? 200 : 422, "{}");
		}
		else if (plan() == null) {
			answer(exchange, 404, "{\"detail\":\"no hall\"}");
		}
		else if (path.equals("/plan")) {
			answer(exchange, 200, PlanJson.write(this.journalPlan()).toString());
		}
		else if (path.equals("/usual") && exchange.getRequestMethod().equals("PUT")) {
			UsualJson.Reading reading = UsualJson.read(HallJson.mapper().readTree(body));
			usual(reading.days());
			answer(exchange, (reading.problem() == null) ? 200 : 422, "{}");
		}
		else if (path.equals("/usual")) {
			answer(exchange, 200, UsualJson.write(usual()).toString());
		}
		else if (path.equals("/stream")) {
			stream(exchange);
		}
		else if (path.equals("/events")) {
			answer(exchange, 200, lines(exchange.getRequestURI().getQuery()));
		}
		else {
			answer(exchange, 200, view().toString());
		}
	}

	/** A snapshot, then a snapshot for every change: simple, and right. */
	private void stream(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
		exchange.sendResponseHeaders(200, 0);
		long seen = -1;
		while (!this.closed) {
			JsonNode view = view();
			long version = view.path("version").longValue();
			if (version > seen) {
				String frame = "id: 1." + version + "\nevent: snapshot\ndata: " + view + "\n\n";
				exchange.getResponseBody().write(frame.getBytes(StandardCharsets.UTF_8));
				exchange.getResponseBody().flush();
				seen = version;
			}
			LockSupport.parkNanos(20_000_000);
		}
	}

	private HallPlan journalPlan() {
		HallPlan plan = plan();
		if (plan == null) {
			throw new IllegalStateException("No plan");
		}
		return plan;
	}

	private void events(HttpExchange exchange, byte[] body) throws IOException {
		int batch = this.batches.incrementAndGet();
		if (this.failsBefore.test(batch)) {
			answer(exchange, 503, "{\"detail\":\"not now\"}");
			return;
		}
		ObjectNode answer = take(HallJson.mapper().readTree(body));
		if (this.failsAfter.test(batch)) {
			exchange.close();
			return;
		}
		answer(exchange, 200, answer.toString());
	}

	private synchronized String lines(String query) {
		long after = Long.parseLong(query.replaceAll(".*after=(\\d+).*", "$1"));
		int limit = Integer.parseInt(query.replaceAll(".*limit=(\\d+).*", "$1"));
		StringBuilder lines = new StringBuilder();
		this.journal.stream()
			.filter((entry) -> entry.version() > after)
			.limit(limit)
			.forEach((entry) -> lines.append(EntryJson.write(entry)).append('\n'));
		return lines.toString();
	}

	private static void answer(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	@Override
	public void close() {
		this.closed = true;
		this.http.stop(0);
	}

}
