package io.hallcommand.server.access;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

import io.hallcommand.core.hall.HallId;
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
 * Keeps tokens in PostgreSQL. All times are the database's: nodes need not agree.
 */
@Component
class TokenStore {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final String COLUMNS = "id, kind, name, role, scope, created_at, last_used_at, over_at";

	private final DatabaseClient database;

	TokenStore(ConnectionFactory connections) {
		this.database = DatabaseClient.create(connections);
	}

	/**
	 * A token to be kept.
	 *
	 * @param lasts {@code null} until it is revoked
	 */
	record NewToken(TokenKind kind, String name, Role role, @Nullable HallId scope, @Nullable Duration lasts) {
	}

	/**
	 * Keeps a token; empty if this very token is kept already.
	 */
	Mono<TokenInfo> add(byte[] hash, NewToken token) {
		return this.database
			.sql("insert into access_token (hash, kind, name, role, scope, over_at)"
					+ " values (:hash, :kind, :name, :role, :scope, now() + make_interval(secs => :lasts))"
					+ " on conflict (hash) do nothing returning " + COLUMNS)
			.bind("hash", ByteBuffer.wrap(hash))
			.bind("kind", token.kind().name())
			.bind("name", token.name())
			.bind("role", token.role().name())
			.bind("scope", text(token.scope()))
			.bind("lasts",
					Parameters.in(R2dbcType.DOUBLE,
							(token.lasts() != null) ? (double) token.lasts().toSeconds() : null))
			.map(TokenStore::read)
			.one()
			.timeout(PATIENCE);
	}

	/**
	 * Keeps a session for a user whose password was just found right; empty if the user
	 * is gone or has another password since.
	 */
	Mono<TokenInfo> addSession(byte[] hash, String user, String passwordHash, Duration lasts) {
		return this.database
			.sql("insert into access_token (hash, kind, name, role, scope, user_name, over_at)"
					+ " select :hash, 'SESSION', name, role, scope, name, now() + make_interval(secs => :lasts)"
					+ " from access_user where name = :user and password_hash = :password for share" + " returning "
					+ COLUMNS)
			.bind("hash", ByteBuffer.wrap(hash))
			.bind("lasts", (double) lasts.toSeconds())
			.bind("user", user)
			.bind("password", passwordHash)
			.map(TokenStore::read)
			.one()
			.timeout(PATIENCE);
	}

	/** Also one that is over. */
	Mono<TokenInfo> find(byte[] hash) {
		return this.database.sql("select " + COLUMNS + " from access_token where hash = :hash")
			.bind("hash", ByteBuffer.wrap(hash))
			.map(TokenStore::read)
			.one()
			.timeout(PATIENCE);
	}

	/** Notes that it was used, once an hour at most. */
	Mono<Void> touch(UUID id) {
		return this.database
			.sql("update access_token set last_used_at = now() where id = :id"
					+ " and (last_used_at is null or last_used_at < now() - interval '1 hour')")
			.bind("id", id)
			.then()
			.timeout(PATIENCE);
	}

	/** The tokens that are good, without sessions, the oldest first. */
	Flux<TokenInfo> list() {
		return this.database
			.sql("select " + COLUMNS + " from access_token where kind <> 'SESSION'"
					+ " and (over_at is null or over_at > now()) order by created_at, id")
			.map(TokenStore::read)
			.all()
			.timeout(PATIENCE);
	}

	/** A token that is good and no session. */
	Mono<TokenInfo> get(UUID id) {
		return this.database
			.sql("select " + COLUMNS + " from access_token where id = :id and kind <> 'SESSION'"
					+ " and (over_at is null or over_at > now())")
			.bind("id", id)
			.map(TokenStore::read)
			.one()
			.timeout(PATIENCE);
	}

	/** Whether it was good until now. */
	Mono<Boolean> revoke(UUID id) {
		return this.database
			.sql("update access_token set over_at = now() where id = :id and (over_at is null or over_at > now())")
			.bind("id", id)
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows > 0)
			.timeout(PATIENCE);
	}

	/** Ends the sessions of a user; they are named. */
	Flux<UUID> revokeSessions(String user) {
		return this.database
			.sql("update access_token set over_at = now() where user_name = :user and over_at > now() returning id")
			.bind("user", user)
			.map((row) -> Objects.requireNonNull(row.get("id", UUID.class)))
			.all()
			.timeout(PATIENCE);
	}

	Mono<Void> forgetOldSessions() {
		return this.database
			.sql("delete from access_token where kind = 'SESSION' and over_at < now() - interval '1 day'")
			.then()
			.timeout(PATIENCE);
	}

	Mono<Instant> now() {
		return this.database.sql("select now() as now").map((row) -> instant(row, "now")).one().timeout(PATIENCE);
	}

	/** The tokens that went over between a time and now. */
	Flux<UUID> overSince(Instant since) {
		return this.database.sql("select id from access_token where over_at > :since and over_at <= now()")
			.bind("since", since.atOffset(ZoneOffset.UTC))
			.map((row) -> Objects.requireNonNull(row.get("id", UUID.class)))
			.all()
			.timeout(PATIENCE);
	}

	private static TokenInfo read(Readable row) {
		String scope = row.get("scope", String.class);
		return new TokenInfo(Objects.requireNonNull(row.get("id", UUID.class)),
				TokenKind.valueOf(Objects.requireNonNull(row.get("kind", String.class))),
				Objects.requireNonNull(row.get("name", String.class)),
				Role.valueOf(Objects.requireNonNull(row.get("role", String.class))),
				(scope != null) ? new HallId(scope) : null, instant(row, "created_at"),
				optionalInstant(row, "last_used_at"), optionalInstant(row, "over_at"));
	}

	static io.r2dbc.spi.Parameter text(@Nullable HallId hall) {
		return Parameters.in(R2dbcType.VARCHAR, (hall != null) ? hall.value() : null);
	}

	static Instant instant(Readable row, String column) {
		return Objects.requireNonNull(row.get(column, OffsetDateTime.class)).toInstant();
	}

	private static @Nullable Instant optionalInstant(Readable row, String column) {
		OffsetDateTime time = row.get(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
