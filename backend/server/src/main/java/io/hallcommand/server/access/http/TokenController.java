package io.hallcommand.server.access.http;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.access.TokenInfo;
import io.hallcommand.server.access.Tokens;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tokens of devices, walls, boards and programs.
 */
@RestController
@RequestMapping("/api/tokens")
class TokenController {

	private static final int MAX_DAYS = 3650;

	private final Tokens tokens;

	private final Administration administration;

	TokenController(Tokens tokens, Administration administration) {
		this.tokens = tokens;
		this.administration = administration;
	}

	/**
	 * A token in answers.
	 *
	 * @param token the token itself, only when it was just made
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TokenJson(UUID id, String name, Role role, @Nullable String scope, Instant createdAt,
			@Nullable Instant lastUsedAt, @Nullable Instant expiresAt, @Nullable String token) {

		static TokenJson of(TokenInfo info, @Nullable String token) {
			return new TokenJson(info.id(), info.name(), info.role(),
					(info.scope() != null) ? info.scope().value() : null, info.createdAt(), info.lastUsedAt(),
					info.overAt(), token);
		}

	}

	@GetMapping
	Flux<TokenJson> list(@AuthenticationPrincipal Caller caller) {
		return this.tokens.list()
			.filter((token) -> this.administration.covers(caller, token.scope()))
			.map((token) -> TokenJson.of(token, null));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	Mono<TokenJson> issue(@RequestBody String body, @AuthenticationPrincipal Caller caller) {
		Input input = Input.of(body, "name", "role", "scope", "days");
		String name = input.text("name", 1, 64);
		Role role = input.choice("role", Role.class);
		HallId scope = input.optionalHall("scope");
		Integer days = input.optionalNumber("days", 1, MAX_DAYS);
		this.administration.check(caller, scope, input);
		input.check();
		if (role == null) {
			throw new IllegalStateException("Checked");
		}
		return this.tokens.issue(name, role, scope, (days != null) ? Duration.ofDays(days) : null)
			.map((issued) -> TokenJson.of(issued.token(), issued.secret()));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> revoke(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
		return this.tokens.get(id)
			.filter((token) -> this.administration.covers(caller, token.scope()))
			.flatMap((token) -> this.tokens.revoke(token.id()))
			.switchIfEmpty(Mono.error(() -> Problems.notFound("There is no token " + id + ".").exception()))
			.then();
	}

}
