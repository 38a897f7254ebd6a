package io.hallcommand.server.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.server.testing.TestRedis;
import io.hallcommand.server.testing.TestServices;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RedisRelayTest {

	private static final HallId HALL = new HallId("civic-centre");

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final TestRedis redis = TestServices.redis();

	private final String realm = UUID.randomUUID().toString();

	private final List<RedisRelay> relays = new ArrayList<>();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	@AfterEach
	void close() {
		this.relays.forEach(RedisRelay::close);
	}

	@Test
	void entriesReachOtherNodesInOrderAndNotTheirSender() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(64);
		sender.listen(HALL);
		receiver.listen(HALL);
		awaitConnected();
		sender.send(HALL, entries(1, 3));
		sender.send(HALL, entries(4, 1));
		StepVerifier.create(receiver.told())
			.expectNext(new Relay.Told(HALL, entries(1, 3)), new Relay.Told(HALL, entries(4, 1)))
			.thenCancel()
			.verify(LIMIT);
		receiver.send(HALL, entries(5, 1));
		StepVerifier.create(sender.told()).expectNext(new Relay.Told(HALL, entries(5, 1))).thenCancel().verify(LIMIT);
	}

	@Test
	void largeBatchesAreCutIntoSeveralMessages() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(64);
		receiver.listen(HALL);
		awaitConnected();
		sender.send(HALL, entries(1, 2_000));
		StepVerifier.create(receiver.told().concatMapIterable(Relay.Told::entries).take(2_000).collectList())
			.expectNext(entries(1, 2_000))
			.expectComplete()
			.verify(LIMIT);
		assertThat(RelayMessage.write("node", entries(1, 2_000))).hasSizeGreaterThan(3)
			.allMatch((message) -> message.length() < 64 * 1024);
	}

	@Test
	void onlyHallsThatAreListenedToAreHeard() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(64);
		HallId other = new HallId("other");
		receiver.listen(HALL);
		receiver.listen(other);
		awaitConnected();
		receiver.forget(other);
		await(() -> {
			// Until the subscription is gone, which nobody confirms
			sender.send(other, entries(1, 1));
			double before = this.meters.counter("hall.relay.received").count();
			sender.send(HALL, entries(1, 1));
			return this.meters.counter("hall.relay.received").count() - before <= 1 && receiver.connected();
		});
		assertThat(sender.connected()).isTrue();
	}

	@Test
	void aSlowSubscriberLosesMessagesAndNobodyElseMinds() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(2);
		receiver.listen(HALL);
		awaitConnected();
		for (int i = 1; i <= 10; i++) {
			sender.send(HALL, entries(i, 1));
		}
		await(() -> this.meters.counter("hall.relay.dropped").count() == 8);
		StepVerifier.create(receiver.told())
			.expectNext(new Relay.Told(HALL, entries(1, 1)), new Relay.Told(HALL, entries(2, 1)))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void withoutRedisItDropsAndAfterwardsItGoesOnByItself() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(64);
		receiver.listen(HALL);
		awaitConnected();
		this.redis.stop();
		try {
			await(() -> !sender.connected() && !receiver.connected());
			sender.send(HALL, entries(1, 1));
			receiver.listen(new HallId("later"));
		}
		finally {
			this.redis.start();
		}
		awaitConnected();
		sender.send(HALL, entries(2, 1));
		sender.send(new HallId("later"), entries(1, 1));
		StepVerifier.create(receiver.told())
			.expectNext(new Relay.Told(HALL, entries(2, 1)), new Relay.Told(new HallId("later"), entries(1, 1)))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void aSilentRedisCountsAsGone() {
		RedisRelay sender = relay(64);
		RedisRelay receiver = relay(64);
		receiver.listen(HALL);
		awaitConnected();
		this.redis.freeze();
		try {
			await(() -> !sender.connected() && !receiver.connected());
			sender.send(HALL, entries(1, 2_000));
		}
		finally {
			this.redis.thaw();
		}
		awaitConnected();
	}

	private RedisRelay relay(int buffer) {
		RedisRelay relay = new RedisRelay(RelayConfiguration.client(), RedisURI.create(this.redis.url()), this.realm,
				buffer, this.meters);
		this.relays.add(relay);
		relay.start();
		return relay;
	}

	/** Until all flow and know of each other. */
	private void awaitConnected() {
		await(() -> this.relays.stream().allMatch((relay) -> relay.connected() && !relay.isAlone()));
	}

	private static void await(BooleanSupplier condition) {
		Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
	}

	private static List<JournalEntry> entries(long first, int count) {
		Instant time = Instant.parse("2026-11-20T01:02:03.123456Z");
		return LongStream.range(first, first + count)
			.mapToObj((version) -> new JournalEntry(version, new EventKey("kiosk", "号" + version), time, null, time,
					new HallEvent.TicketParked(new TicketId("A" + version)), null))
			.toList();
	}

}
