package io.hallcommand.server.region;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.GlanceJson;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the newest glance of every hall in PostgreSQL, for all nodes.
 */
@Component
class GlanceStore {

	/** Nothing was read yet. */
	static final String BEGINNING = "0";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LONG_PATIENCE = Duration.ofSeconds(60);

	private final DatabaseClient database;

	private final UUID node = UUID.randomUUID();

	GlanceStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * What was read.
	 *
	 * @param upTo from where the next reading goes on
	 */
	record Page(String upTo, List<Known> glances) {
	}

	private record Row(String upTo, @Nullable Known glance) {
	}

	/**
	 * What other nodes changed since an earlier reading; some of it may have been read
	 * then. A transaction that was under way at that time is not missed: it is among
	 * those that began at or after the oldest one of that time.
	 * @param since {@link #BEGINNING}, or how far an earlier page went
	 */
	Mono<Page> changedSince(String since) {
		return this.database
			.sql("select s.up_to, g.hall, g.version, g.format, g.glance::text as glance"
					+ " from (select pg_snapshot_xmin(pg_current_snapshot())::text as up_to) s"
					+ " left join hall_glance g on g.changed >= $1::text::xid8 and g.node <> $2")
			.bind(0, since)
			.bind(1, this.node)
			.map(GlanceStore::row)
			.all()
			.collectList()
			.map((rows) -> new Page(rows.getFirst().upTo(),
					rows.stream().map(Row::glance).filter(Objects::nonNull).toList()))
			.timeout(since.equals(BEGINNING) ? LONG_PATIENCE : PATIENCE);
	}

	/** Keeps glances in one statement; an older one never replaces a newer one. */
	Mono<Void> keep(List<Known> glances) {
		// In one order on all nodes, or two statements could wait for each other
		List<Known> sorted = glances.stream().sorted(Comparator.comparing(Known::hall)).toList();
		return this.database.sql("insert into hall_glance (hall, version, format, node, glance)"
				+ " select hall, version, $4, $5, glance::jsonb from unnest($1, $2, $3) as t (hall, version, glance)"
				+ " on conflict (hall) do update set version = excluded.version, format = excluded.format,"
				+ " node = excluded.node, changed = pg_current_xact_id(), glance = excluded.glance"
				+ " where (hall_glance.version, hall_glance.format) < (excluded.version, excluded.format)")
			.bind(0, sorted.stream().map((each) -> each.hall().value()).toArray(String[]::new))
			.bind(1, sorted.stream().map(Known::version).toArray(Long[]::new))
			.bind(2, sorted.stream().map(Known::json).toArray(String[]::new))
			.bind(3, GlanceJson.FORMAT)
			.bind(4, this.node)
			.then()
			.timeout(PATIENCE);
	}

	private static Row row(Readable row) {
		String hall = row.get("hall", String.class);
		return new Row(Objects.requireNonNull(row.get("up_to", String.class)),
				(hall != null) ? Known.kept(new HallId(hall), Objects.requireNonNull(row.get("version", Long.class)),
						Objects.requireNonNull(row.get("format", Integer.class)),
						Objects.requireNonNull(row.get("glance", String.class))) : null);
	}

}
