package io.hallcommand.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.testing.AlertRows;
import io.hallcommand.server.testing.Receiver;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Deliveries to real receivers, from rows in a real journal.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DispatcherTest {

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Duration SOON = Duration.ofMillis(20);

	private static final List<String> USUAL = List.of("alert.raised", "alert.changed", "alert.escalated",
			"alert.acknowledged", "alert.cleared", "alert.reminded");

	private final TestDatabase database = TestServices.newDatabase().migrated();

	private final AlertRows rows = new AlertRows(this.database);

	private final ReactorResourceFactory resources = new ReactorResourceFactory();

	private final ConnectionPool connections = new ConnectionPool(
			ConnectionPoolConfiguration.builder(this.database.connections()).maxSize(20).build());

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final WebhookMeters meters = new WebhookMeters(this.registry);

	private final DeliveryQueue queue = new DeliveryQueue(this.connections);

	private final WebhookStore store = new WebhookStore(this.connections);

	private final List<Dispatcher> started = new ArrayList<>();

	private final List<Receiver> receivers = new ArrayList<>();

	/** Each test has a hall of its own. */
	@SuppressWarnings("NullAway.Init")
	private String hall;

	@BeforeAll
	void open() {
		this.resources.setUseGlobalResources(false);
		this.resources.afterPropertiesSet();
	}

	@AfterAll
	void close() {
		this.connections.dispose();
		this.resources.destroy();
	}

	@BeforeEach
	void name() {
		this.hall = "hall-" + UUID.randomUUID();
	}

	@AfterEach
	void stop() {
		this.started.forEach(Dispatcher::stop);
		this.receivers.forEach(Receiver::close);
		this.database.execute("delete from webhook");
	}

	@Test
	void aRaisedAlertIsToldSignedByTheSecretThatWasShown() throws GeneralSecurityException {
		Receiver receiver = receiver(Receiver.takingAll());
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		start(settings(LIMIT, SOON));
		String alert = this.rows.raise(this.hall, "CRITICAL", Instant.parse("2026-11-20T01:02:03.000456Z"));
		await().until(() -> !receiver.heard.isEmpty());
		Receiver.Message message = receiver.heard.getFirst();
		assertThat(message.path()).isEqualTo("/alerts?token=x");
		JsonNode body = HallJson.mapper().readTree(message.body());
		assertThat(body.propertyNames()).containsExactly("type", "timestamp", "data");
		assertThat(body.required("type").stringValue()).isEqualTo("alert.raised");
		assertThat(body.required("timestamp").stringValue()).isEqualTo("2026-11-20T01:02:03.000456Z");
		JsonNode data = body.required("data");
		assertThat(data.propertyNames()).containsExactly("hall", "version", "event");
		assertThat(data.required("hall").stringValue()).isEqualTo(this.hall);
		assertThat(data.required("version").longValue()).isOne();
		assertThat(data.required("event").required("alert").stringValue()).isEqualTo(alert);
		assertThat(data.required("event").required("title").required("zh").stringValue()).isEqualTo("等候超时");
		assertThat(Long.parseLong(message.timestamp())).isCloseTo(Instant.now().getEpochSecond(),
				org.assertj.core.data.Offset.offset(10L));
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(made.secret().substring("whsec_".length())),
				"HmacSHA256"));
		byte[] signed = mac.doFinal(
				(message.id() + "." + message.timestamp() + "." + message.body()).getBytes(StandardCharsets.UTF_8));
		assertThat(message.signature()).isEqualTo("v1," + Base64.getEncoder().encodeToString(signed));
		await().untilAsserted(() -> assertThat(only(made).state()).isEqualTo(Delivery.State.DELIVERED));
		assertThat(only(made).status()).isEqualTo(Receiver.OK);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# severity raised | then                 | its data                           | told to MINOR, MAJOR, CRITICAL
					CRITICAL          | alert.raised         | -                                  | yes yes yes
					MAJOR             | alert.raised         | -                                  | yes yes no
					MINOR             | alert.raised         | -                                  | yes no  no
					MAJOR             | alert.acknowledged   | "actor":"li.qiang"                 | yes yes no
					MINOR             | alert.cleared        | "closed":true                      | yes no  no
					MINOR             | alert.changed        | "severity":"MAJOR","rising":true   | yes yes no
					CRITICAL          | alert.changed        | "severity":"MAJOR","rising":false  | no  no  no
					MAJOR             | alert.noted          | "note":"x"                         | no  no  no
					MAJOR             | alert.reminded       | "times":1                          | yes yes no
					""")
	void whatIsToldDependsOnTypeAndSeverity(String severity, String type, String data, String told) {
		String alert = this.rows.raise(this.hall, severity);
		List<Webhooks.Made> made = new ArrayList<>();
		List.of(Severity.values()).forEach((lowest) -> made.add(make(receiver(Receiver.takingAll()), lowest, USUAL)));
		long version = type.equals("alert.raised") ? Long.parseLong(this.rows.raise(this.hall, severity).substring(1))
				: this.rows.add(this.hall, type, alert, data);
		fill();
		String[] wanted = told.split(" +");
		for (int i = 0; i < wanted.length; i++) {
			assertThat(deliveries(made.get(i)).stream().map(Delivery::version)).as("%d", i)
				.isEqualTo(wanted[i].equals("yes") ? List.of(version) : List.of());
		}
	}

	@Test
	void anEventCountsAsItsAlertDoesAtThatTime() {
		String alert = this.rows.raise(this.hall, "MINOR");
		String other = this.rows.raise(this.hall, "MINOR");
		this.rows.add(this.hall, "alert.acknowledged", alert, "\"actor\":\"x\"");
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.CRITICAL, USUAL);
		long rise = this.rows.add(this.hall, "alert.changed", alert, "\"severity\":\"CRITICAL\",\"rising\":true");
		long acknowledged = this.rows.add(this.hall, "alert.acknowledged", alert, "\"actor\":\"x\"");
		this.rows.add(this.hall, "alert.acknowledged", other, "\"actor\":\"x\"");
		this.rows.add(this.hall, "alert.changed", alert, "\"severity\":\"MINOR\",\"rising\":false");
		this.rows.add(this.hall, "alert.cleared", alert, "\"closed\":true");
		fill();
		assertThat(deliveries(made).stream().map(Delivery::version)).containsExactlyInAnyOrder(rise, acknowledged);
	}

	@Test
	void theSeverityOfAnOldAlertIsFoundInOlderDays() {
		long raised = this.rows.add(this.hall, "alert.raised", Instant.now(),
				"{\"alert\":\"#\",\"severity\":\"MINOR\"}", Duration.ofDays(9));
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		this.rows.add(this.hall, "alert.acknowledged", "a" + raised, "\"actor\":\"x\"");
		long unknown = this.rows.add(this.hall, "alert.acknowledged", "a999999", "\"actor\":\"x\"");
		fill();
		// Rather one too many than one too few
		assertThat(deliveries(made).stream().map(Delivery::version)).containsExactly(unknown);
	}

	@Test
	void aHallAboveHearsOfTheHallsBelowItEvenInACircle() {
		String above = this.hall + "-above";
		this.database
			.execute("insert into hall_plan (hall, version, plan) values ('" + this.hall + "', 1, '{\"parent\":\""
					+ above + "\"}'), ('" + above + "', 1, '{\"parent\":\"" + this.hall + "\"}')");
		Webhooks.Made own = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		Webhooks.Made higher = make(above, receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		Webhooks.Made beside = make(this.hall + "-beside", receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		fill();
		assertThat(only(own).hall()).isEqualTo(new HallId(this.hall));
		assertThat(only(higher).hall()).isEqualTo(new HallId(this.hall));
		assertThat(deliveries(beside)).isEmpty();
	}

	@Test
	void whatWasRecordedBeforeAWebhookWasMadeIsNotTold() {
		this.rows.raise(this.hall, "MAJOR");
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		fill();
		assertThat(deliveries(made)).isEmpty();
	}

	@Test
	void whatCannotBeReadIsToldAllTheSameAndStopsNothing() {
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR,
				List.of("alert.noted", "alert.raised"));
		this.rows.add(this.hall, "alert.noted", "a1", "\"note\":\"\\u0000\"");
		this.rows.raise(this.hall, "MAJOR");
		fill();
		assertThat(deliveries(made)).hasSize(2);
	}

	@Test
	void howeverOftenItIsReadAnEventIsQueuedOnce() {
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		assertThat(this.queue.fill(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)).block(LIMIT)).isOne();
		assertThat(this.queue.fill(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)).block(LIMIT))
			.isZero();
		Mono.when(this.queue.fill(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)),
				this.queue.fill(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)))
			.block(LIMIT);
		assertThat(deliveries(made)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 302, 404, 0 })
	void whatFailsIsTriedAgainUntilItIsTaken(int status) {
		Map<String, Integer> times = new ConcurrentHashMap<>();
		Receiver receiver = receiver(new Receiver((message) -> {
			int time = Objects.requireNonNull(times.merge(message.id(), 1, Integer::sum));
			return (time > 2) ? Mono.just(Receiver.OK) : (status != 0) ? Mono.just(status) : Mono.never();
		}));
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		start(settings(Duration.ofMillis(300), SOON, SOON, SOON));
		this.rows.raise(this.hall, "MAJOR");
		await().untilAsserted(() -> assertThat(only(made).state()).isEqualTo(Delivery.State.DELIVERED));
		assertThat(receiver.heard).hasSize(3);
		assertThat(receiver.heard).extracting(Receiver.Message::id).containsOnly(only(made).id().toString());
		assertThat(receiver.heard).extracting(Receiver.Message::path).containsOnly("/alerts?token=x");
		assertThat(receiver.heard).extracting(Receiver.Message::body).containsOnly(receiver.heard.getFirst().body());
		assertThat(only(made).attempts()).isEqualTo(3);
	}

	@Test
	void afterTheLastAttemptADeliveryIsDeadAndCanBeTriedAgainByHand() {
		Map<String, Boolean> mended = new ConcurrentHashMap<>();
		Receiver receiver = receiver(new Receiver((message) -> Mono.just(mended.isEmpty() ? 503 : Receiver.OK)));
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		Dispatcher dispatcher = start(settings(LIMIT, SOON, SOON));
		this.rows.raise(this.hall, "MAJOR");
		await().untilAsserted(() -> assertThat(only(made).state()).isEqualTo(Delivery.State.DEAD));
		Delivery dead = only(made);
		assertThat(receiver.heard).hasSize(3);
		assertThat(dead.attempts()).isEqualTo(3);
		assertThat(dead.status()).isEqualTo(503);
		assertThat(dead.error()).isEqualTo("The receiver answered 503");
		assertThat(dead.endedAt()).isNotNull();
		assertThat(this.store.deliveries(made.webhook().id(), Delivery.State.DEAD, 10).collectList().block(LIMIT))
			.containsExactly(dead);
		assertThat(this.store.deliveries(made.webhook().id(), Delivery.State.PENDING, 10).collectList().block(LIMIT))
			.isEmpty();
		mended.put("mended", true);
		Webhooks webhooks = new Webhooks(this.store, dispatcher);
		webhooks.retry(new HallId(this.hall), made.webhook().id(), dead.id()).block(LIMIT);
		await().untilAsserted(() -> assertThat(only(made).state()).isEqualTo(Delivery.State.DELIVERED));
		assertThat(receiver.heard).extracting(Receiver.Message::id).containsOnly(dead.id().toString());
		assertThatThrownBy(() -> webhooks.retry(new HallId(this.hall), made.webhook().id(), dead.id()).block(LIMIT))
			.isInstanceOf(ProblemException.class)
			.hasMessageContaining("is DELIVERED");
		assertThat(count("delivered")).isGreaterThanOrEqualTo(1);
		assertThat(count("failed")).isGreaterThanOrEqualTo(2);
		assertThat(count("dead")).isGreaterThanOrEqualTo(1);
	}

	@Test
	void aReceiverThatIsGoneForGoodIsLeftAlone() {
		Receiver receiver = receiver(new Receiver((message) -> Mono.just(410)));
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		this.rows.raise(this.hall, "MAJOR");
		fill();
		start(settings(LIMIT, SOON, SOON));
		await().untilAsserted(() -> assertThat(deliveries(made)).extracting(Delivery::state)
			.containsExactly(Delivery.State.DEAD, Delivery.State.DEAD));
		assertThat(receiver.heard).hasSize(1);
		assertThat(this.store.get(new HallId(this.hall), made.webhook().id()).map(Webhook::enabled).block(LIMIT))
			.isFalse();
	}

	@Test
	void severalNodesSendEachMessageOnceWithoutAnyLoss() {
		Receiver receiver = receiver(Receiver.takingAll());
		Receiver another = receiver(Receiver.takingAll());
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		make(another, Severity.MAJOR, USUAL);
		for (int i = 0; i < 3; i++) {
			start(settings(LIMIT, SOON));
		}
		for (int i = 0; i < 150; i++) {
			this.rows.raise(this.hall, "MAJOR");
		}
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(this.queue.pending().block(LIMIT)).isZero());
		await().untilAsserted(() -> assertThat(deliveries(made)).hasSize(150));
		await().untilAsserted(() -> assertThat(this.queue.pending().block(LIMIT)).isZero());
		assertThat(receiver.heard).hasSize(150);
		assertThat(another.heard).hasSize(150);
		assertThat(new HashSet<>(receiver.heard.stream().map(Receiver.Message::id).toList())).hasSize(150);
	}

	@Test
	void oneNodeKeepsTheOrder() {
		Receiver receiver = receiver(Receiver.takingAll());
		make(receiver, Severity.MAJOR, USUAL);
		for (int i = 0; i < 20; i++) {
			this.rows.raise(this.hall, "MAJOR");
		}
		start(settings(LIMIT, SOON));
		await().until(() -> receiver.heard.size() == 20);
		assertThat(receiver.heard.stream().map((message) -> version(message.body()))).isSorted();
	}

	@Test
	void aNodeThatDiesBetweenQueueingAndSendingLosesNothing() {
		Receiver receiver = receiver(Receiver.takingAll());
		Webhooks.Made made = make(receiver, Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		this.rows.raise(this.hall, "MAJOR");
		// It queued both, took one on, and was never heard of again
		fill();
		DeliveryQueue.Claimed lost = this.queue.claim(made.webhook().id(), Duration.ofSeconds(1)).block(LIMIT);
		assertThat(lost).isNotNull();
		start(settings(LIMIT, SOON));
		await().until(() -> receiver.heard.size() == 2);
		await().untilAsserted(
				() -> assertThat(deliveries(made)).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED));
		assertThat(receiver.heard.getLast().id()).isEqualTo(lost.id().toString());
		// Should it come back after all, it does not spoil what another has said
		this.queue.failed(lost, Sender.Answer.of(500), null).block(LIMIT);
		assertThat(deliveries(made)).extracting(Delivery::state).containsOnly(Delivery.State.DELIVERED);
	}

	@Test
	void aReceiverThatHangsDelaysNoOther() {
		Receiver hanging = receiver(new Receiver((message) -> Mono.never()));
		Receiver quick = receiver(Receiver.takingAll());
		make(hanging, Severity.MAJOR, USUAL);
		make(quick, Severity.MAJOR, USUAL);
		start(settings(LIMIT, SOON));
		for (int i = 0; i < 10; i++) {
			this.rows.raise(this.hall, "MAJOR");
		}
		Instant last = Instant.now();
		await().until(() -> quick.heard.size() == 10);
		assertThat(hanging.heard).hasSizeLessThanOrEqualTo(1);
		assertThat(Duration.between(last, quick.heard.getLast().at())).isLessThan(Duration.ofSeconds(3));
	}

	@Test
	void aReceiverThatIsNotThereIsToldWhenItComes() {
		Receiver away = receiver(Receiver.takingAll());
		away.close();
		Webhooks.Made made = make(away, Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		start(settings(LIMIT, Duration.ofHours(1)));
		await().untilAsserted(() -> assertThat(only(made).error()).contains("refused"));
		assertThat(only(made).state()).isEqualTo(Delivery.State.PENDING);
		assertThat(only(made).nextAt()).isAfter(Instant.now().plusSeconds(2_800));
	}

	/** Without a dispatcher that runs: it would read the fresh entry again. */
	@Test
	void whatIsLongOverIsForgotten() {
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		this.rows.raise(this.hall, "MAJOR");
		fill();
		DeliveryQueue.Claimed claimed = Objects
			.requireNonNull(this.queue.claim(made.webhook().id(), Duration.ofSeconds(30)).block(LIMIT));
		this.queue.delivered(claimed, Sender.Answer.of(Receiver.OK)).block(LIMIT);
		this.queue.forget(Duration.ofDays(30)).block(LIMIT);
		assertThat(deliveries(made)).hasSize(2);
		this.database.execute("update webhook_delivery set queued_at = queued_at - interval '31 days',"
				+ " ended_at = ended_at - interval '31 days'");
		this.queue.forget(Duration.ofDays(30)).block(LIMIT);
		assertThat(only(made).state()).as("what was never told is kept").isEqualTo(Delivery.State.PENDING);
	}

	@Test
	void whatHappenedWhileAllNodesWereBusyElsewhereIsReadOn() {
		Webhooks.Made made = make(receiver(Receiver.takingAll()), Severity.MAJOR, USUAL);
		this.database.execute("update webhook set enabled_at = now() - interval '1 day'");
		this.database.execute("update webhook_reading set read_to = now() - interval '3 hours'");
		this.rows.add(this.hall, "alert.raised", Instant.now(), "{\"alert\":\"#\",\"severity\":\"MAJOR\"}",
				Duration.ofHours(2));
		start(settings(LIMIT, SOON));
		await().untilAsserted(() -> assertThat(only(made).state()).isEqualTo(Delivery.State.DELIVERED));
		await().untilAsserted(() -> assertThat(this.database
			.number("select count(*) from webhook_reading where read_to > now() - interval '5 seconds'")).isOne());
	}

	@Test
	void withoutWebhooksTheJournalIsNotReadAndTheFirstOfAnotherNodeIsNoticed() {
		this.database.execute("update webhook_reading set read_to = now() - interval '1 hour'");
		String mark = "select extract(epoch from read_to)::bigint from webhook_reading";
		long before = this.database.number(mark);
		Dispatcher dispatcher = dispatcher(settings(LIMIT, SOON));
		for (int i = 0; i < 30; i++) {
			dispatcher.round().block(LIMIT);
		}
		assertThat(this.database.number(mark)).isEqualTo(before);
		Receiver receiver = receiver(Receiver.takingAll());
		make(receiver, Severity.MAJOR, USUAL);
		this.rows.raise(this.hall, "MAJOR");
		for (int i = 0; i < 10; i++) {
			dispatcher.round().block(LIMIT);
		}
		await().until(() -> receiver.heard.size() == 1);
		dispatcher.stop();
	}

	private static long version(String body) {
		JsonNode json = HallJson.mapper().readTree(body);
		return json.required("data").required("version").longValue();
	}

	private double count(String outcome) {
		return this.registry.get("hall.webhook.attempts").tag("outcome", outcome).counter().count();
	}

	private static WebhookSettings settings(Duration timeout, Duration... pauses) {
		return new WebhookSettings(Duration.ofMillis(50), timeout, List.of(pauses), Duration.ofSeconds(30), 256,
				Duration.ofDays(30));
	}

	private Dispatcher start(WebhookSettings settings) {
		Dispatcher dispatcher = dispatcher(settings);
		this.started.add(dispatcher);
		dispatcher.start();
		return dispatcher;
	}

	private Dispatcher dispatcher(WebhookSettings settings) {
		return new Dispatcher(this.queue, this.store, new Sender(this.resources, InstantSource.system(), settings),
				this.meters, settings);
	}

	private Receiver receiver(Receiver receiver) {
		this.receivers.add(receiver);
		return receiver;
	}

	private Webhooks.Made make(Receiver receiver, Severity lowest, List<String> types) {
		return make(this.hall, receiver, lowest, types);
	}

	private Webhooks.Made make(String where, Receiver receiver, Severity lowest, List<String> types) {
		return Objects.requireNonNull(new Webhooks(this.store, dispatcher(settings(LIMIT)))
			.make(new NewWebhook(new HallId(where), receiver.url(), lowest, types, "a test"))
			.block(LIMIT));
	}

	private void fill() {
		this.queue.fill(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60)).block(LIMIT);
	}

	private List<Delivery> deliveries(Webhooks.Made made) {
		return Objects
			.requireNonNull(this.store.deliveries(made.webhook().id(), null, 1_000).collectList().block(LIMIT));
	}

	private Delivery only(Webhooks.Made made) {
		List<Delivery> all = deliveries(made);
		assertThat(all).hasSize(1);
		return all.getFirst();
	}

}
