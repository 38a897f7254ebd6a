package io.hallcommand.sim.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.wire.EntryJson;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.PlanJson;
import io.hallcommand.wire.ReportJson;
import io.hallcommand.wire.UsualJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * One hall on one server, over HTTP. Every call blocks; it throws {@link HallUnavailable}
 * where asking again may help and {@link HallRefused} where it does not.
 */
public final class HallClient implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http;

	private final boolean ownsConnections;

	private final URI server;

	private final HallId hall;

	private final @Nullable String token;

	/**
	 * @param server such as {@code http://localhost:8080}
	 * @param token may report to the hall and read it
	 */
	public HallClient(URI server, HallId hall, @Nullable String token) {
		this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build(),
				true, server, hall, token);
	}

	private HallClient(HttpClient http, boolean ownsConnections, URI server, HallId hall, @Nullable String token) {
		this.http = http;
		this.ownsConnections = ownsConnections;
		this.server = server;
		this.hall = hall;
		this.token = token;
	}

	/**
	 * Another hall over the same connections, with the same token. It need not be closed,
	 * and is of no use once this one is.
	 */
	public HallClient to(HallId other) {
		return new HallClient(this.http, false, this.server, other, this.token);
	}

	public HallId hall() {
		return this.hall;
	}

	public URI server() {
		return this.server;
	}

	/**
	 * Sends events in their order; the answer comes after they are safe.
	 */
	public Answer send(List<Report> reports) throws HallUnavailable, InterruptedException {
		return send(encode(reports));
	}

	/**
	 * Sends a JSON array of events.
	 */
	public Answer send(byte[] events) throws HallUnavailable, InterruptedException {
		HttpRequest request = request("/events").header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(events))
			.build();
		HttpResponse<String> response = exchange(request);
		if (response.statusCode() == 200 || response.statusCode() == 422) {
			return Answer.read(HallJson.mapper().readTree(response.body()));
		}
		throw HallRefused.of("Hall " + this.hall + " takes no events", response.statusCode(), response.body());
	}

	public static byte[] encode(List<Report> reports) {
		ArrayNode array = HallJson.mapper().createArrayNode();
		reports.forEach((report) -> array.add(ReportJson.write(report)));
		return HallJson.mapper().writeValueAsBytes(array);
	}

	/**
	 * The hall as its screens show it.
	 */
	public JsonNode view() throws HallUnavailable, InterruptedException {
		return HallJson.mapper().readTree(get("", "The view of hall " + this.hall));
	}

	public HallPlan plan() throws HallUnavailable, InterruptedException {
		String body = get("/plan", "The plan of hall " + this.hall);
		PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree(body), this.hall);
		if (reading.plan() == null) {
			throw new HallRefused(200, "The plan of hall " + this.hall + " cannot be read: " + reading.problems());
		}
		return reading.plan();
	}

	/**
	 * The plan, or nothing if there is no such hall.
	 */
	public Optional<HallPlan> planIfAny() throws HallUnavailable, InterruptedException {
		try {
			return Optional.of(plan());
		}
		catch (HallRefused ex) {
			if (ex.status() == 404) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Creates the hall or changes it; needs the token of an administrator or manager.
	 */
	public void putPlan(HallPlan plan) throws HallUnavailable, InterruptedException {
		HttpRequest request = request("/plan").header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofByteArray(HallJson.mapper().writeValueAsBytes(PlanJson.write(plan))))
			.build();
		HttpResponse<String> response = exchange(request);
		if (response.statusCode() / 100 != 2) {
			throw HallRefused.of("Hall " + this.hall + " cannot be planned", response.statusCode(), response.body());
		}
	}

	/**
	 * Says what is usual in the hall; needs the token of a tester or manager.
	 */
	public void putUsual(UsualDays days) throws HallUnavailable, InterruptedException {
		HttpRequest request = request("/usual").header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofByteArray(HallJson.mapper().writeValueAsBytes(UsualJson.write(days))))
			.build();
		HttpResponse<String> response = exchange(request);
		if (response.statusCode() != 200) {
			throw HallRefused.of("Hall " + this.hall + " is not told what is usual", response.statusCode(),
					response.body());
		}
	}

	/** What is usual in the hall. */
	public UsualDays usual() throws HallUnavailable, InterruptedException {
		UsualJson.Reading reading = UsualJson
			.read(HallJson.mapper().readTree(get("/usual", "What is usual in hall " + this.hall)));
		if (reading.problem() != null) {
			throw new HallRefused(200,
					"What is usual in hall " + this.hall + " cannot be read: " + reading.problem().sentence());
		}
		return reading.days();
	}

	/**
	 * Gives the hall rules of its own; needs the right to plan.
	 * @param rules a merge patch over those of the hall above, as JSON
	 */
	public void putRules(String rules) throws HallUnavailable, InterruptedException {
		HttpResponse<String> response = exchange(request("/rules").header("Content-Type", "application/json")
			.PUT(HttpRequest.BodyPublishers.ofString(rules))
			.build());
		if (response.statusCode() != 200) {
			throw HallRefused.of("Hall " + this.hall + " takes no rules", response.statusCode(), response.body());
		}
	}

	/**
	 * A piece of the journal.
	 * @param after the version before the first entry wanted
	 */
	public List<JournalEntry> journal(long after, int limit) throws HallUnavailable, InterruptedException {
		String body = get("/events?after=" + after + "&limit=" + limit, "The journal of hall " + this.hall);
		return body.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> EntryJson.read(HallJson.mapper().readTree(line)))
			.toList();
	}

	private String get(String path, String what) throws HallUnavailable, InterruptedException {
		HttpResponse<String> response = exchange(request(path).GET().build());
		if (response.statusCode() != 200) {
			throw HallRefused.of(what, response.statusCode(), response.body());
		}
		return response.body();
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(this.server.resolve("/api/halls/" + this.hall.value() + path))
			.timeout(TIMEOUT);
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		return request;
	}

	private HttpResponse<String> exchange(HttpRequest request) throws HallUnavailable, InterruptedException {
		HttpResponse<String> response;
		try {
			response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new HallUnavailable("No answer from " + this.server + ": " + reason(ex), null, ex);
		}
		int status = response.statusCode();
		if (status == 429 || status >= 500) {
			Duration retryAfter = response.headers()
				.firstValue("Retry-After")
				.filter((value) -> value.matches("\\d{1,6}"))
				.map((value) -> Duration.ofSeconds(Long.parseLong(value)))
				.orElse(null);
			throw new HallUnavailable(this.server + " answered with status " + status, retryAfter, null);
		}
		return response;
	}

	private static String reason(IOException ex) {
		return (ex.getMessage() != null) ? ex.getMessage() : ex.getClass().getSimpleName();
	}

	@Override
	public void close() {
		if (this.ownsConnections) {
			this.http.shutdownNow();
		}
	}

}
