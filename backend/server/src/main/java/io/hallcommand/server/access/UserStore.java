package io.hallcommand.server.access;

import java.time.Duration;
import java.util.Objects;

import io.hallcommand.core.hall.HallId;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/**
 * Keeps users in PostgreSQL.
 */
@Component
class UserStore {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final DatabaseClient database;

	UserStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/** Whether the name was free. */
	Mono<Boolean> add(String name, String passwordHash, Role role, @Nullable HallId scope) {
		return this.database
			.sql("insert into access_user (name, password_hash, role, scope) values (:name, :hash, :role, :scope)"
					+ " on conflict (name) do nothing")
			.bind("name", name)
			.bind("hash", passwordHash)
			.bind("role", role.name())
			.bind("scope", TokenStore.text(scope))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0)
			.timeout(PATIENCE);
	}

	Flux<UserInfo> list() {
		return this.database.sql("select name, role, scope, created_at from access_user order by name")
			.map(UserStore::read)
			.all()
			.timeout(PATIENCE);
	}

	Mono<UserInfo> get(String name) {
		return this.database.sql("select name, role, scope, created_at from access_user where name = :name")
			.bind("name", name)
			.map(UserStore::read)
			.one()
			.timeout(PATIENCE);
	}

	Mono<String> passwordHash(String name) {
		return this.database.sql("select password_hash from access_user where name = :name")
			.bind("name", name)
			.map((row) -> Objects.requireNonNull(row.get("password_hash", String.class)))
			.one()
			.timeout(PATIENCE);
	}

	Mono<Boolean> changePassword(String name, String passwordHash) {
		return this.database.sql("update access_user set password_hash = :hash where name = :name")
			.bind("name", name)
			.bind("hash", passwordHash)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0)
			.timeout(PATIENCE);
	}

	Mono<Boolean> delete(String name) {
		return this.database.sql("delete from access_user where name = :name")
			.bind("name", name)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0)
			.timeout(PATIENCE);
	}

	private static UserInfo read(Readable row) {
		String scope = row.get("scope", String.class);
		return new UserInfo(Objects.requireNonNull(row.get("name", String.class)),
				Role.valueOf(Objects.requireNonNull(row.get("role", String.class))),
				(scope != null) ? new HallId(scope) : null, TokenStore.instant(row, "created_at"));
	}

}
