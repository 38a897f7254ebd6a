package io.hallcommand.server.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The relay on Redis' channels, one a hall. Every node also sends a beat that all nodes
 * hear: one's own coming back shows that messages flow, and others' show that there is
 * anybody to send to.
 */
final class RedisRelay implements Relay {

	private static final Logger log = LoggerFactory.getLogger(RedisRelay.class);

	private static final Duration BEAT = Duration.ofMillis(500);

	/** Without one's own beat for so long, nothing flows. */
	private static final Duration SILENCE = Duration.ofSeconds(3);

	/** How many halls' entries may wait to be written out. */
	private static final int OUTBOX = 1_000;

	private final RedisClient client;

	private final RedisURI address;

	private final String node = UUID.randomUUID().toString();

	private final String prefix;

	private final String beatChannel;

	private final Set<String> wanted = ConcurrentHashMap.newKeySet();

	private final Map<String, Long> beats = new ConcurrentHashMap<>();

	private final Sinks.Many<Told> told;

	private final ScheduledThreadPoolExecutor keeper;

	private final ThreadPoolExecutor outbox;

	private final AtomicBoolean opening = new AtomicBoolean();

	/** Whether the keeper will look soon: many halls may come to life at once. */
	private final AtomicBoolean tendingSoon = new AtomicBoolean();

	private final Counter sent;

	private final Counter received;

	private final Counter dropped;

	private volatile @Nullable RelayLink link;

	private volatile long opened;

	private boolean wasConnected;

	/**
	 * @param realm separates systems that use the same Redis
	 * @param buffer how many messages may wait for the subscriber
	 */
	RedisRelay(RedisClient client, RedisURI address, String realm, int buffer, MeterRegistry meters) {
		this.client = client;
		this.address = address;
		this.prefix = "hall:" + realm + ":";
		this.beatChannel = "relay:" + realm;
		this.wanted.add(this.beatChannel);
		this.told = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer));
		this.keeper = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("relay-keeper").factory());
		this.outbox = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(OUTBOX),
				Thread.ofPlatform().daemon().name("relay-outbox").factory());
		this.sent = counter(meters, "sent", "Entries sent to other nodes");
		this.received = counter(meters, "received", "Entries heard from other nodes");
		this.dropped = counter(meters, "dropped", "Entries that could not be sent, or not be taken in time");
	}

	private static Counter counter(MeterRegistry meters, String name, String description) {
		return Counter.builder("hall.relay." + name).description(description).register(meters);
	}

	void start() {
		this.keeper.scheduleWithFixedDelay(this::tend, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
	}

	void close() {
		this.keeper.shutdownNow();
		this.outbox.shutdownNow();
		this.client.shutdown(0, 1, TimeUnit.SECONDS);
		this.client.getResources().shutdown(0, 1, TimeUnit.SECONDS);
	}

	@Override
	public void send(HallId hall, List<JournalEntry> committed) {
		RelayLink current = this.link;
		if (current == null) {
			this.dropped.increment(committed.size());
			return;
		}
		if (isAlone()) {
			return;
		}
		try {
			// Not on the caller's thread: a hall's writer has better things to do than
			// JSON
			this.outbox.execute(() -> write(current, hall, committed));
		}
		catch (RejectedExecutionException ex) {
			this.dropped.increment(committed.size());
		}
	}

	private void write(RelayLink current, HallId hall, List<JournalEntry> committed) {
		try {
			for (String message : RelayMessage.write(this.node, committed)) {
				long entries = message.chars().filter((c) -> c == '\n').count();
				current.publish(this.prefix + hall.value(), message,
						(went) -> (went ? this.sent : this.dropped).increment(entries));
			}
		}
		catch (RuntimeException ex) {
			log.debug("Entries of hall {} were not sent", hall, ex);
			this.dropped.increment(committed.size());
		}
	}

	@Override
	public void listen(HallId hall) {
		this.wanted.add(this.prefix + hall.value());
		tendSoon();
	}

	@Override
	public void forget(HallId hall) {
		this.wanted.remove(this.prefix + hall.value());
	}

	@Override
	public Flux<Told> told() {
		return this.told.asFlux();
	}

	@Override
	public boolean connected() {
		RelayLink current = this.link;
		return current != null && flows(current) && current.hears(this.wanted);
	}

	private boolean flows(RelayLink current) {
		return current.isOpen() && heardOf(this.node);
	}

	/** Whether no other node has been heard of lately. */
	boolean isAlone() {
		return this.beats.keySet().stream().noneMatch((other) -> !other.equals(this.node) && heardOf(other));
	}

	private boolean heardOf(String other) {
		Long beat = this.beats.get(other);
		return beat != null && System.nanoTime() - beat < SILENCE.toNanos();
	}

	private void tendSoon() {
		if (!this.tendingSoon.compareAndSet(false, true)) {
			return;
		}
		try {
			this.keeper.execute(() -> {
				this.tendingSoon.set(false);
				tend();
			});
		}
		catch (RejectedExecutionException ex) {
			// Closed
		}
	}

	/** On the keeper's thread, now and then and when something changed. */
	private void tend() {
		try {
			RelayLink current = this.link;
			if (current == null) {
				open();
				return;
			}
			boolean silent = System.nanoTime() - this.opened > 2 * SILENCE.toNanos() && !heardOf(this.node);
			if (!current.isOpen() || silent) {
				this.link = null;
				current.close();
				open();
			}
			else {
				current.follow(this.wanted);
				if (current.hears(Set.of(this.beatChannel))) {
					current.publish(this.beatChannel, this.node, (went) -> {
					});
				}
			}
			this.beats.values().removeIf((beat) -> System.nanoTime() - beat > 10 * SILENCE.toNanos());
		}
		catch (RuntimeException ex) {
			log.debug("The relay is not well", ex);
		}
		report();
	}

	private void report() {
		RelayLink current = this.link;
		// Not connected(): that is untrue for a moment whenever one more hall is listened
		// to
		boolean connected = current != null && flows(current);
		if (connected != this.wasConnected) {
			this.wasConnected = connected;
			if (connected) {
				log.info("The relay is connected to Redis");
			}
			else {
				log.warn("The relay has lost Redis: the journal is read more often until it is back");
			}
		}
	}

	private void open() {
		if (!this.opening.compareAndSet(false, true)) {
			return;
		}
		RelayLink.open(this.client, this.address, this::heard).whenComplete((fresh, failure) -> {
			if (fresh != null) {
				this.beats.clear();
				this.opened = System.nanoTime();
				this.link = fresh;
			}
			else {
				log.debug("Redis cannot be reached", failure);
			}
			this.opening.set(false);
			if (fresh != null) {
				tendSoon();
			}
		});
	}

	/** On a thread of the Redis client. */
	private void heard(String channel, String message) {
		if (channel.equals(this.beatChannel)) {
			this.beats.put(message, System.nanoTime());
			return;
		}
		try {
			List<JournalEntry> entries = RelayMessage.read(this.node, message);
			if (entries != null && channel.startsWith(this.prefix)) {
				take(new Told(new HallId(channel.substring(this.prefix.length())), entries));
			}
		}
		catch (RuntimeException ex) {
			log.debug("A message on {} makes no sense", channel, ex);
		}
	}

	private void take(Told message) {
		Sinks.EmitResult result;
		synchronized (this.told) {
			result = this.told.tryEmitNext(message);
		}
		(result.isSuccess() ? this.received : this.dropped).increment(message.entries().size());
	}

}
