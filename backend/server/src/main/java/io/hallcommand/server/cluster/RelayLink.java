package io.hallcommand.server.cluster;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;

/**
 * Two connections to Redis, one to hear and one to speak. It is used until the first
 * thing goes wrong and then replaced as a whole: nothing waits in a broken connection,
 * and nothing is subscribed without being known here.
 */
final class RelayLink {

	/** How many characters may be on their way to Redis. */
	private static final int MOST_PENDING = 4 * 1024 * 1024;

	private final StatefulRedisPubSubConnection<String, String> ear;

	private final StatefulRedisConnection<String, String> mouth;

	private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

	private final AtomicInteger pending = new AtomicInteger();

	private RelayLink(StatefulRedisPubSubConnection<String, String> ear, StatefulRedisConnection<String, String> mouth,
			BiConsumer<String, String> listener) {
		this.ear = ear;
		this.mouth = mouth;
		ear.addListener(new RedisPubSubAdapter<>() {

			@Override
			public void message(String channel, String message) {
				listener.accept(channel, message);
			}

			@Override
			public void subscribed(String channel, long count) {
				RelayLink.this.subscribed.add(channel);
			}

			@Override
			public void unsubscribed(String channel, long count) {
				RelayLink.this.subscribed.remove(channel);
			}

		});
	}

	static CompletionStage<RelayLink> open(RedisClient client, RedisURI address, BiConsumer<String, String> listener) {
		return client.connectPubSubAsync(StringCodec.UTF8, address)
			.thenCompose((ear) -> client.connectAsync(StringCodec.UTF8, address).handle((mouth, failure) -> {
				if (mouth == null) {
					ear.closeAsync();
					throw new IllegalStateException(failure);
				}
				return new RelayLink(ear, mouth, listener);
			}));
	}

	boolean isOpen() {
		return this.ear.isOpen() && this.mouth.isOpen();
	}

	/** Whether Redis has confirmed all of these. */
	boolean hears(Collection<String> channels) {
		return this.subscribed.containsAll(channels);
	}

	/** Subscribes to what is wanted and not heard yet, and from what is no longer. */
	void follow(Set<String> wanted) {
		String[] missing = wanted.stream()
			.filter((channel) -> !this.subscribed.contains(channel))
			.toArray(String[]::new);
		if (missing.length > 0) {
			this.ear.async().subscribe(missing);
		}
		String[] surplus = this.subscribed.stream()
			.filter((channel) -> !wanted.contains(channel))
			.toArray(String[]::new);
		if (surplus.length > 0) {
			this.ear.async().unsubscribe(surplus);
		}
	}

	/**
	 * Sends a message, or drops it.
	 * @param outcome told whether it went out
	 */
	void publish(String channel, String message, Consumer<Boolean> outcome) {
		int size = message.length();
		if (this.pending.addAndGet(size) > MOST_PENDING) {
			this.pending.addAndGet(-size);
			outcome.accept(false);
			return;
		}
		this.mouth.async().publish(channel, message).whenComplete((receivers, failure) -> {
			this.pending.addAndGet(-size);
			outcome.accept(failure == null);
		});
	}

	void close() {
		this.ear.closeAsync();
		this.mouth.closeAsync();
	}

}
