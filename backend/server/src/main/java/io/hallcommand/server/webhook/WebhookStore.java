package io.hallcommand.server.webhook;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.webhook.Delivery.State;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks in PostgreSQL, and shows what became of their deliveries.
 */
@Component
class WebhookStore {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String COLUMNS = "id, hall, url, lowest, types, enabled_at, made_by, made_at";

	private static final String DELIVERY = "d.id, d.hall, d.version, d.type, d.state, d.attempts, d.queued_at, d.next_at,"
			+ " d.status, d.error, d.ended_at";

	private final DatabaseClient database;

	WebhookStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/** Keeps one more; empty if the hall has as many as it may have. */
	Mono<Webhook> add(NewWebhook wanted, byte[] secret, int most) {
		return this.database
			.sql("insert into webhook (hall, url, secret, lowest, types, made_by)"
					+ " select :hall, :url, :secret, :lowest, :types, :by"
					+ " where (select count(*) from webhook where hall = :hall) < :most returning " + COLUMNS)
			.bind("hall", wanted.hall().value())
			.bind("url", wanted.url().toString())
			.bind("secret", ByteBuffer.wrap(secret))
			.bind("lowest", wanted.lowest().name())
			.bind("types", wanted.types().toArray(String[]::new))
			.bind("by", wanted.by())
			.bind("most", most)
			.map(WebhookStore::webhook)
			.one()
			.timeout(PATIENCE);
	}

	/** The oldest first. */
	Flux<Webhook> of(HallId hall) {
		return this.database.sql("select " + COLUMNS + " from webhook where hall = :hall order by made_at, id")
			.bind("hall", hall.value())
			.map(WebhookStore::webhook)
			.all()
			.timeout(PATIENCE);
	}

	Mono<Webhook> get(HallId hall, UUID id) {
		return this.database.sql("select " + COLUMNS + " from webhook where hall = :hall and id = :id")
			.bind("hall", hall.value())
			.bind("id", id)
			.map(WebhookStore::webhook)
			.one()
			.timeout(PATIENCE);
	}

	/** Turns it on, for what is recorded from now on. */
	Mono<Void> enable(UUID id) {
		return this.database.sql("update webhook set enabled_at = coalesce(enabled_at, now()) where id = :id")
			.bind("id", id)
			.then()
			.timeout(PATIENCE);
	}

	/** Turns it off; what it has not been told yet, it will not be told. */
	Mono<Void> disable(UUID id, String reason) {
		return this.database
			.sql("with disabled as (update webhook set enabled_at = null where id = :id)"
					+ " update webhook_delivery set state = 'DEAD', ended_at = now(), error = :reason"
					+ " where webhook = :id and state = 'PENDING'")
			.bind("id", id)
			.bind("reason", reason)
			.then()
			.timeout(PATIENCE);
	}

	/** Removes it with its deliveries; whether it was there. */
	Mono<Boolean> remove(HallId hall, UUID id) {
		return this.database.sql("delete from webhook where hall = :hall and id = :id")
			.bind("hall", hall.value())
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0)
			.timeout(PATIENCE);
	}

	/**
	 * Its deliveries, the newest first.
	 * @param state {@code null} for all
	 */
	Flux<Delivery> deliveries(UUID webhook, @Nullable State state, int limit) {
		return this.database.sql("select " + DELIVERY + " from webhook_delivery d where d.webhook = :webhook"
				+ " and (:state::text is null or d.state = :state) order by d.queued_at desc, d.version desc limit :limit")
			.bind("webhook", webhook)
			.bind("state", Parameters.in(R2dbcType.VARCHAR, (state != null) ? state.name() : null))
			.bind("limit", limit)
			.map(WebhookStore::delivery)
			.all()
			.timeout(PATIENCE);
	}

	Mono<Delivery> delivery(UUID webhook, UUID id) {
		return this.database
			.sql("select " + DELIVERY + " from webhook_delivery d where d.webhook = :webhook and d.id = :id")
			.bind("webhook", webhook)
			.bind("id", id)
			.map(WebhookStore::delivery)
			.one()
			.timeout(PATIENCE);
	}

	/** Brings a dead delivery back to life; empty if it is not dead. */
	Mono<Delivery> revive(UUID webhook, UUID id) {
		return this.database
			.sql("update webhook_delivery d set state = 'PENDING', attempts = 0, next_at = now(), ended_at = null"
					+ " where d.webhook = :webhook and d.id = :id and d.state = 'DEAD' returning " + DELIVERY)
			.bind("webhook", webhook)
			.bind("id", id)
			.map(WebhookStore::delivery)
			.one()
			.timeout(PATIENCE);
	}

	private static Webhook webhook(Readable row) {
		return new Webhook(Rows.get(row, "id", UUID.class), new HallId(Rows.get(row, "hall", String.class)),
				URI.create(Rows.get(row, "url", String.class)), Severity.valueOf(Rows.get(row, "lowest", String.class)),
				List.of(Rows.get(row, "types", String[].class)), Rows.optionalInstant(row, "enabled_at"),
				Rows.get(row, "made_by", String.class), Rows.instant(row, "made_at"));
	}

	private static Delivery delivery(Readable row) {
		State state = State.valueOf(Rows.get(row, "state", String.class));
		return new Delivery(Rows.get(row, "id", UUID.class), new HallId(Rows.get(row, "hall", String.class)),
				Rows.get(row, "version", Long.class), Rows.get(row, "type", String.class), state,
				Rows.get(row, "attempts", Integer.class), Rows.instant(row, "queued_at"),
				(state == State.PENDING) ? Rows.instant(row, "next_at") : null, row.get("status", Integer.class),
				row.get("error", String.class), Rows.optionalInstant(row, "ended_at"));
	}

}
