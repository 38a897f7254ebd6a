package io.hallcommand.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.hallcommand.server.testing.AlertRows;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The figures of alerts over HTTP, from rows in a real journal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityTest {

	private final TestDatabase database = TestServices.newDatabase();

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@SuppressWarnings("NullAway.Init")
	private AlertRows rows;

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(this.database, data);
		this.rows = new AlertRows(this.database);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void withoutAPeriodItIsTheLastThirtyDays() {
		this.server.makeHall("month", null);
		this.rows.raise("month", "MAJOR", ago(Duration.ofDays(31)));
		String alert = this.rows.raise("month", "MAJOR", ago(Duration.ofHours(2)));
		this.rows.add("month", "alert.acknowledged", ago(Duration.ofHours(1)),
				"{\"alert\":\"" + alert + "\",\"actor\":\"li\",\"closed\":false}");
		JsonNode json = quality("month", "");
		assertThat(json.at("/hall").stringValue()).isEqualTo("month");
		assertThat(json.at("/alerts/raised").intValue()).isOne();
		assertThat(json.at("/acknowledge/p50Seconds").doubleValue()).isEqualTo(3_600);
		assertThat(json.at("/stale/list/0/alert").stringValue()).isEqualTo("a1");
		assertThat(Duration.between(time(json, "/from"), time(json, "/to"))).isEqualTo(Duration.ofDays(30));
		assertThat(time(json, "/to")).isBetween(this.now, Instant.now());
		assertThat(json.at("/per10Minutes").size()).isOne();
	}

	@Test
	void aPeriodEndsNowAtTheLatestAndMayComeWithAnyOffset() {
		this.server.makeHall("day", null);
		this.rows.raise("day", "MAJOR", ago(Duration.ofHours(5)));
		this.rows.raise("day", "MAJOR", ago(Duration.ofHours(3)));
		this.rows.raise("day", "MAJOR", ago(Duration.ofHours(1)));
		JsonNode json = quality("day",
				"?from=" + ago(Duration.ofHours(4)) + "&to=" + this.now.plus(Duration.ofDays(1)));
		assertThat(json.at("/alerts/raised").intValue()).isEqualTo(2);
		assertThat(time(json, "/to")).isBetween(this.now, Instant.now());
		String local = ago(Duration.ofHours(2)).atOffset(java.time.ZoneOffset.ofHours(8)).toString();
		assertThat(quality("day", "?to=" + local).at("/alerts/raised").intValue()).isEqualTo(2);
		assertThat(quality("day", "?to=" + local.replace("+", "%2B")).at("/alerts/raised").intValue()).isEqualTo(2);
	}

	/** Two alerts in the first ten minutes of a day are twice the target of a month. */
	@Test
	void anAverageOfLessThanAnHourIsNotJudged() {
		this.server.makeHall("early", null);
		this.rows.raise("early", "MAJOR", ago(Duration.ofHours(2)).plusSeconds(1));
		this.rows.raise("early", "MAJOR", ago(Duration.ofHours(2)).plusSeconds(2));
		JsonNode ten = average("early", Duration.ofMinutes(10));
		assertThat(ten.at("/value").doubleValue()).isEqualTo(2);
		assertThat(ten.at("/met").isNull()).isTrue();
		assertThat(average("early", Duration.ofMinutes(60).minusSeconds(1)).at("/met").isNull()).isTrue();
		assertThat(average("early", Duration.ofMinutes(60)).at("/met").booleanValue()).isTrue();
		for (int i = 0; i < 5; i++) {
			this.rows.raise("early", "MAJOR", ago(Duration.ofHours(2)).plusSeconds(3));
		}
		JsonNode hour = average("early", Duration.ofMinutes(60));
		assertThat(hour.at("/value").doubleValue()).isEqualTo(1.1667);
		assertThat(hour.at("/met").isBoolean()).isTrue();
		assertThat(hour.at("/met").booleanValue()).isFalse();
	}

	/** Of a period that begins two hours ago. */
	private JsonNode average(String hall, Duration length) {
		Instant from = ago(Duration.ofHours(2));
		return quality(hall, "?from=" + from + "&to=" + from.plus(length)).at("/alerts/averagePer10Minutes");
	}

	@Test
	void aDrillCountsInNoStatistic() {
		this.server.makeHall("drill", null);
		String real = this.rows.raise("drill", "MAJOR", ago(Duration.ofHours(2)));
		long drill = this.rows.add("drill", "alert.raised", ago(Duration.ofHours(2)),
				"{\"alert\":\"#\",\"rule\":\"x\",\"severity\":\"CRITICAL\",\"drill\":true}");
		for (String alert : new String[] { real, "a" + drill }) {
			this.rows.add("drill", "alert.acknowledged", ago(Duration.ofHours(1)),
					"{\"alert\":\"" + alert + "\",\"actor\":\"li\",\"closed\":false}");
		}
		JsonNode json = quality("drill", "");
		assertThat(json.at("/alerts/raised").intValue()).isOne();
		assertThat(json.at("/acknowledge/count").intValue()).isOne();
		assertThat(json.at("/priorities/CRITICAL/count").intValue()).isZero();
	}

	@Test
	void aRosterOfLongBeforeIsKnown() {
		this.server.makeHall("roster", null);
		String shift = "{\"id\":\"%s\",\"user\":\"%s\",\"name\":\"x\",\"role\":\"OFFICER\",\"zones\":[],\"from\":\""
				+ ago(Duration.ofDays(200)) + "\",\"until\":\"" + this.now.plus(Duration.ofDays(1)) + "\"}";
		this.rows.add("roster", "roster.changed", ago(Duration.ofDays(100)), "{\"shifts\":["
				+ shift.formatted("1", "li") + "," + shift.formatted("2", "wang") + "],\"actor\":\"boss\"}");
		this.rows.raise("roster", "MAJOR", ago(Duration.ofHours(2)));
		assertThat(quality("roster", "").at("/officers").doubleValue()).isEqualTo(2);
	}

	@Test
	void manyEventsAreReadPageByPage() {
		this.server.makeHall("busy", null);
		this.rows.raise("busy", "MINOR", ago(Duration.ofDays(2)));
		this.database
			.execute("insert into journal (hall, version, day, recorded_at, time, source, event_id, type, data)"
					+ " select j.hall, n, j.day, j.recorded_at, j.time + n * interval '10 s', 'hall', n::text, j.type,"
					+ " replace(j.data::text, '\"a1\"', '\"a' || n || '\"')::json"
					+ " from journal j join hall h on h.key = j.hall, generate_series(2, 12000) n where h.id = 'busy'");
		JsonNode json = quality("busy", "");
		assertThat(json.at("/alerts/raised").intValue()).isEqualTo(12_000);
		assertThat(json.at("/alerts/peakPer10Minutes/value").intValue()).isEqualTo(60);
		assertThat(json.at("/topTenShare/value").doubleValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			?from=yesterday                                         | The parameter 'from' cannot be 'yesterday'
			?to=2026-11-20                                          | The parameter 'to' cannot be '2026-11-20'
			?from=2999-01-01T00:00:00Z                              | 'from' must be before 'to', and in the past
			?from=2020-01-02T00:00:00Z&to=2020-01-01T00:00:00Z      | 'from' must be before 'to'
			?from=2020-01-01T00:00:00Z&to=2021-02-05T00:00:00Z      | more than 400 days apart
			""")
	void aPeriodThatCannotBeIsRefused(String query, String reason) {
		get("civic-centre", query).expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (detail) -> assertThat(detail).contains(reason));
	}

	private Instant ago(Duration duration) {
		return this.now.minus(duration);
	}

	private static Instant time(JsonNode json, String path) {
		return Instant.parse(json.at(path).stringValue());
	}

	private JsonNode quality(String hall, String query) {
		return HallJson.mapper()
			.readTree(get(hall, query).expectStatus().isOk().expectBody(byte[].class).returnResult().getResponseBody());
	}

	private WebTestClient.ResponseSpec get(String hall, String query) {
		return this.server.client(this.server.credentials().adminToken())
			.mutate()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(4 << 20))
			.build()
			.get()
			.uri(java.net.URI.create(this.server.url() + "/api/halls/" + hall + "/alerts/quality" + query))
			.exchange();
	}

}
