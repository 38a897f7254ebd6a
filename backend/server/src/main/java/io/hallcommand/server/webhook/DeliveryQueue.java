package io.hallcommand.server.webhook;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;

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
 * What is to be delivered, in PostgreSQL. Any number of nodes may use it at the same
 * time. All times are the database's.
 */
@Component
class DeliveryQueue {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/**
	 * One statement, so that nothing of an event can be queued without the rest of it,
	 * and nothing of it passes through this process. In one order on all nodes, or two
	 * statements could wait for each other. An event without a severity counts as its
	 * alert does; one whose severity nobody knows is told, and so is an emergency's,
	 * which has another scale.
	 */
	private static final String FILL = """
			insert into webhook_delivery (webhook, hall, version, type, payload)
			with recursive fresh as materialized (
				select h.id as hall, j.hall as key, j.version, j.day, j.type, j.time, j.recorded_at, j.data
				from journal j join hall h on h.key = j.hall
				where j.type like 'alert.%' and j.recorded_at >= $1 and j.recorded_at < $2 and j.day >= $3::date
				union all
				select h.id, j.hall, j.version, j.day, j.type, j.time, j.recorded_at, j.data
				from journal j join hall h on h.key = j.hall
				where j.type like 'emergency.%' and j.recorded_at >= $1 and j.recorded_at < $2 and j.day >= $3::date
			), above (hall, id) as (
				select distinct hall, hall from fresh
				union
				select a.hall, p.plan ->> 'parent'
				from above a join hall_plan p on p.hall = a.id
				where p.plan ->> 'parent' is not null
			), wanted as materialized (
				select w.id as webhook, w.lowest, f.*
				from fresh f join above a on a.hall = f.hall join webhook w on w.hall = a.id
				where w.enabled_at <= f.recorded_at and f.type = any (w.types)
					and (f.type <> 'alert.changed' or event_text(f.data, 'rising') = 'true')
					and event_text(f.data, 'announced') is distinct from 'false'
					and not exists (select from webhook_delivery d
						where d.webhook = w.id and d.hall = f.hall and d.version = f.version)
			), severity as materialized (
				select hall, version, array_position('{MINOR,MAJOR,CRITICAL}'::text[], coalesce(
					event_text(data, 'severity'), alert_severity(key, event_text(data, 'alert'), version, day))) as rank
				from (select distinct on (hall, version) * from wanted) once
			)
			select webhook, hall, version, type,
				format('{"type":%s,"timestamp":"%s","data":{"hall":%s,"version":%s%s,"event":%s}}', to_json(type),
					to_char(time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), to_json(hall), version,
					case when type like 'emergency.%' then ',"drill":' || emergency_drill(key, data, version, day) end,
					case when type like 'emergency.%' then emergency_told(data) else data::text end)
			from wanted w join severity s using (hall, version)
			where s.rank is null or s.rank >= array_position('{MINOR,MAJOR,CRITICAL}'::text[], w.lowest)
			order by webhook, hall, version
			on conflict do nothing
			""";

	private static final String CLAIM = """
			update webhook_delivery d
			set attempts = d.attempts + 1, next_at = now() + make_interval(secs => $2)
			from webhook w
			where w.id = $1 and w.enabled_at is not null and d.id = (
				select id from webhook_delivery
				where webhook = $1 and state = 'PENDING' and next_at <= now()
				order by next_at, hall, version
				limit 1
				for update skip locked)
			returning d.id, d.webhook, w.url, w.secret, d.payload, d.attempts
			""";

	/** Only the attempt that was claimed last may say how it ended. */
	private static final String ENDED = " where id = $1 and state = 'PENDING' and attempts = $2";

	private final DatabaseClient database;

	DeliveryQueue(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * How far the journal was read.
	 *
	 * @param first since when there is anybody to be told; {@code null} if there is
	 * nobody
	 */
	record Mark(Instant readTo, Instant now, @Nullable Instant first) {
	}

	/**
	 * A delivery that is this node's to attempt.
	 *
	 * @param attempt 1 for the first
	 */
	record Claimed(UUID id, UUID webhook, URI url, byte[] secret, byte[] body, int attempt) {
	}

	Mono<Mark> mark() {
		return this.database
			.sql("select read_to, now() as now, (select min(enabled_at) from webhook) as first from webhook_reading")
			.map((row) -> new Mark(Rows.instant(row, "read_to"), Rows.instant(row, "now"),
					Rows.optionalInstant(row, "first")))
			.one()
			.timeout(PATIENCE);
	}

	/**
	 * Queues what was recorded in a time for whoever wants it. What is queued already
	 * stays as it is.
	 * @return how many deliveries are new
	 */
	Mono<Long> fill(Instant from, Instant until) {
		return this.database.sql(FILL)
			.bind(0, from.atOffset(ZoneOffset.UTC))
			.bind(1, until.atOffset(ZoneOffset.UTC))
			// An entry is kept under the database's day, and recorded by a node's clock
			.bind(2, from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1))
			.fetch()
			.rowsUpdated()
			.timeout(PATIENCE.multipliedBy(6));
	}

	Mono<Void> advance(Instant readTo) {
		return this.database.sql("update webhook_reading set read_to = $1 where read_to < $1")
			.bind(0, readTo.atOffset(ZoneOffset.UTC))
			.then()
			.timeout(PATIENCE);
	}

	/**
	 * Webhooks that have something to be sent now, those that wait longest first.
	 * @param except those that are being served already
	 */
	Flux<UUID> due(Collection<UUID> except, int limit) {
		return this.database.sql("""
				select w.id
				from webhook w cross join lateral (
					select next_at from webhook_delivery
					where webhook = w.id and state = 'PENDING' and next_at <= now()
					order by next_at
					limit 1) first
				where w.enabled_at is not null and w.id <> all ($1)
				order by first.next_at
				limit $2""")
			.bind(0, except.toArray(UUID[]::new))
			.bind(1, limit)
			.map((row) -> Rows.get(row, "id", UUID.class))
			.all()
			.timeout(PATIENCE);
	}

	/**
	 * Takes on the next delivery of a webhook; empty if nothing is due.
	 * @param lease for how long nobody else takes it on
	 */
	Mono<Claimed> claim(UUID webhook, Duration lease) {
		return this.database.sql(CLAIM)
			.bind(0, webhook)
			.bind(1, lease.toMillis() / 1000.0)
			.map(DeliveryQueue::claimed)
			.one()
			.timeout(PATIENCE);
	}

	private static Claimed claimed(Readable row) {
		ByteBuffer secret = Rows.get(row, "secret", ByteBuffer.class);
		byte[] key = new byte[secret.remaining()];
		secret.get(key);
		return new Claimed(Rows.get(row, "id", UUID.class), Rows.get(row, "webhook", UUID.class),
				URI.create(Rows.get(row, "url", String.class)), key,
				Rows.get(row, "payload", String.class).getBytes(StandardCharsets.UTF_8),
				Rows.get(row, "attempts", Integer.class));
	}

	Mono<Void> delivered(Claimed claimed, Sender.Answer answer) {
		return this.database
			.sql("update webhook_delivery set state = 'DELIVERED', ended_at = now(), status = $3, error = null" + ENDED)
			.bind(0, claimed.id())
			.bind(1, claimed.attempt())
			.bind(2, Parameters.in(R2dbcType.INTEGER, answer.status()))
			.then()
			.timeout(PATIENCE);
	}

	/**
	 * Notes a failure.
	 * @param pause until the next attempt; {@code null} if there is to be none
	 */
	Mono<Void> failed(Claimed claimed, Sender.Answer answer, @Nullable Duration pause) {
		return this.database
			.sql("update webhook_delivery set status = $3, error = $4,"
					+ " state = case when $5::float8 is null then 'DEAD' else state end,"
					+ " ended_at = case when $5::float8 is null then now() end,"
					+ " next_at = coalesce(now() + make_interval(secs => $5), next_at)" + ENDED)
			.bind(0, claimed.id())
			.bind(1, claimed.attempt())
			.bind(2, Parameters.in(R2dbcType.INTEGER, answer.status()))
			.bind(3, answer.error())
			.bind(4, Parameters.in(R2dbcType.DOUBLE, (pause != null) ? pause.toMillis() / 1000.0 : null))
			.then()
			.timeout(PATIENCE);
	}

	Mono<Long> pending() {
		return this.database.sql("select count(*) as pending from webhook_delivery where state = 'PENDING'")
			.map((row) -> Rows.get(row, "pending", Long.class))
			.one()
			.timeout(PATIENCE);
	}

	/** Forgets what has been over for so long. */
	Mono<Void> forget(Duration keep) {
		return this.database
			.sql("delete from webhook_delivery where state <> 'PENDING'"
					+ " and ended_at < now() - make_interval(secs => $1)")
			.bind(0, (double) keep.toSeconds())
			.then()
			.timeout(PATIENCE.multipliedBy(12));
	}

}
