package io.hallcommand.server.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.HallJson;
import io.r2dbc.spi.ConnectionFactory;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what each hall changes of the rules above it.
 */
@Component
class RuleStore {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final DatabaseClient database;

	RuleStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/** What these halls change, of those that change anything. */
	Mono<Map<HallId, JsonNode>> patches(List<HallId> halls) {
		return this.database.sql("select hall, patch::text as patch from hall_rules where hall = any($1)")
			.bind(0, halls.stream().map(HallId::value).toArray(String[]::new))
			.map((row) -> Map.entry(new HallId(Objects.requireNonNull(row.get("hall", String.class))),
					HallJson.mapper().readTree(Objects.requireNonNull(row.get("patch", String.class)))))
			.all()
			.timeout(PATIENCE)
			.collect(HashMap::new, (patches, patch) -> patches.put(patch.getKey(), patch.getValue()));
	}

	Mono<Void> put(HallId hall, JsonNode patch, String actor) {
		return this.database
			.sql("insert into hall_rules (hall, patch, actor) values ($1, $2::jsonb, $3)"
					+ " on conflict (hall) do update set patch = excluded.patch, actor = excluded.actor,"
					+ " updated_at = clock_timestamp()")
			.bind(0, hall.value())
			.bind(1, patch.toString())
			.bind(2, actor)
			.then()
			.timeout(PATIENCE);
	}

}
