package io.hallcommand.server.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.HallJson;
import io.r2dbc.spi.ConnectionFactory;
import org.jspecify.annotations.Nullable;
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

	/** Under way. */
	private @Nullable Mono<Map<HallId, JsonNode>> current;

	/** For all who asked while that was under way. */
	private @Nullable Mono<Map<HallId, JsonNode>> following;

	RuleStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * What all halls change. Many may ask in one moment, as when a whole tree is read:
	 * they share a question that was put after they had asked.
	 */
	synchronized Mono<Map<HallId, JsonNode>> all() {
		Mono<Map<HallId, JsonNode>> under = this.current;
		if (under == null) {
			this.current = ask(Mono.empty());
			return this.current;
		}
		if (this.following == null) {
			this.following = ask(under.then().onErrorComplete());
		}
		return this.following;
	}

	private Mono<Map<HallId, JsonNode>> ask(Mono<Void> before) {
		return before.then(read(this.database.sql("select hall, patch::text as patch from hall_rules")))
			.doFinally((signal) -> asked())
			.cache();
	}

	private synchronized void asked() {
		this.current = this.following;
		this.following = null;
	}

	/** What these halls change, of those that change anything. */
	Mono<Map<HallId, JsonNode>> patches(List<HallId> halls) {
		return read(this.database.sql("select hall, patch::text as patch from hall_rules where hall = any($1)")
			.bind(0, halls.stream().map(HallId::value).toArray(String[]::new)));
	}

	private static Mono<Map<HallId, JsonNode>> read(DatabaseClient.GenericExecuteSpec select) {
		return select
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
