package io.hallcommand.server.directory;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.PlanJson;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the newest plan of every hall in PostgreSQL, so that a start need not read
 * journals for it. The journal stays the truth.
 */
@Component
class PlanStore {

	private static final Logger logger = LoggerFactory.getLogger(PlanStore.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

	private final DatabaseClient database;

	PlanStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * A hall and the version of its plan.
	 */
	record Version(HallId hall, long version) {
	}

	Flux<Planned> all() {
		return this.database.sql("select hall, version, plan::text as plan from hall_plan")
			.map(PlanStore::row)
			.all()
			.publishOn(Schedulers.boundedElastic())
			.concatMapIterable(PlanStore::read)
			.timeout(LONG_PATIENCE);
	}

	Flux<Planned> get(List<HallId> halls) {
		String[] ids = halls.stream().map(HallId::value).toArray(String[]::new);
		return this.database.sql("select hall, version, plan::text as plan from hall_plan where hall = any($1)")
			.bind(0, ids)
			.map(PlanStore::row)
			.all()
			.publishOn(Schedulers.boundedElastic())
			.concatMapIterable(PlanStore::read)
			.timeout(LONG_PATIENCE);
	}

	/** The database's time: nodes need not agree on theirs. */
	Mono<Instant> now() {
		return this.database.sql("select now() as now")
			.map((row) -> Objects.requireNonNull(row.get("now", OffsetDateTime.class)).toInstant())
			.one()
			.timeout(PATIENCE);
	}

	Flux<Version> changedSince(Instant since) {
		return this.database.sql("select hall, version from hall_plan where updated_at > $1")
			.bind(0, since.atOffset(ZoneOffset.UTC))
			.map((row) -> new Version(hall(row), version(row)))
			.all()
			.timeout(LONG_PATIENCE);
	}

	/** Keeps plans in one statement; an older one never replaces a newer one. */
	Mono<Void> keep(List<Planned> plans) {
		// In one order on all nodes, or two statements could wait for each other
		List<Planned> sorted = plans.stream().sorted(Comparator.comparing((planned) -> planned.plan().hall())).toList();
		return this.database
			.sql("insert into hall_plan (hall, version, plan)"
					+ " select hall, version, plan::jsonb from unnest($1, $2, $3) as t (hall, version, plan)"
					+ " on conflict (hall) do update set version = excluded.version, plan = excluded.plan,"
					+ " updated_at = clock_timestamp() where hall_plan.version < excluded.version")
			.bind(0, sorted.stream().map((planned) -> planned.plan().hall().value()).toArray(String[]::new))
			.bind(1, sorted.stream().map(Planned::version).toArray(Long[]::new))
			.bind(2, sorted.stream().map((planned) -> PlanJson.write(planned.plan()).toString()).toArray(String[]::new))
			.then()
			.timeout(LONG_PATIENCE);
	}

	/** Notes that a hall's plan is about to change, in case this node dies meanwhile. */
	Mono<UUID> intend(HallId hall) {
		return this.database.sql("insert into hall_plan_intent (hall) values ($1) returning id")
			.bind(0, hall.value())
			.map((row) -> Objects.requireNonNull(row.get("id", UUID.class)))
			.one()
			.timeout(PATIENCE);
	}

	Mono<Void> fulfilled(UUID intent) {
		return this.database.sql("delete from hall_plan_intent where id = $1").bind(0, intent).then().timeout(PATIENCE);
	}

	/**
	 * A change that was begun.
	 */
	record Intent(UUID id, HallId hall) {
	}

	/** Changes that were begun a while ago and not seen to end. */
	Flux<Intent> leftOver() {
		return this.database
			.sql("select id, hall from hall_plan_intent where made_at < now() - interval '1 minute' order by made_at")
			.map((row) -> new Intent(Objects.requireNonNull(row.get("id", UUID.class)), hall(row)))
			.all()
			.timeout(PATIENCE);
	}

	/** What was remembered of a hall's plan file. */
	Mono<String> fileHash(HallId hall) {
		return this.database.sql("select hash from hall_plan_file where hall = $1")
			.bind(0, hall.value())
			.map((row) -> Objects.requireNonNull(row.get("hash", String.class)))
			.one()
			.timeout(PATIENCE);
	}

	Mono<Void> rememberFile(HallId hall, String hash) {
		return this.database
			.sql("insert into hall_plan_file (hall, hash) values ($1, $2)"
					+ " on conflict (hall) do update set hash = excluded.hash")
			.bind(0, hall.value())
			.bind(1, hash)
			.then()
			.timeout(PATIENCE);
	}

	private record Row(HallId hall, long version, String plan) {
	}

	private static Row row(Readable row) {
		return new Row(hall(row), version(row), Objects.requireNonNull(row.get("plan", String.class)));
	}

	private static List<Planned> read(Row row) {
		try {
			PlanJson.Reading reading = PlanJson.read(HallJson.mapper().readTree(row.plan()), row.hall());
			if (reading.plan() != null) {
				return List.of(new Planned(reading.plan(), row.version()));
			}
			logger.error("The stored plan of {} is not understood: {}", row.hall(), reading.problems());
		}
		catch (JacksonException ex) {
			logger.error("The stored plan of {} is not JSON", row.hall(), ex);
		}
		return List.of();
	}

	private static HallId hall(Readable row) {
		return new HallId(Objects.requireNonNull(row.get("hall", String.class)));
	}

	private static long version(Readable row) {
		return Objects.requireNonNull(row.get("version", Long.class));
	}

}
