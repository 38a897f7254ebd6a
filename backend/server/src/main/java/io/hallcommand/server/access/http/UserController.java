package io.hallcommand.server.access.http;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.access.UserInfo;
import io.hallcommand.server.access.Users;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The people who may log in.
 */
@RestController
@RequestMapping("/api/users")
class UserController {

	private static final int MIN_PASSWORD = 10;

	private static final int MAX_PASSWORD = 200;

	private final Users users;

	private final Administration administration;

	UserController(Users users, Administration administration) {
		this.users = users;
		this.administration = administration;
	}

	/**
	 * A user in answers.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record UserJson(String name, Role role, @Nullable String scope, @Nullable Instant createdAt) {

		static UserJson of(UserInfo info) {
			return new UserJson(info.name(), info.role(), (info.scope() != null) ? info.scope().value() : null,
					info.createdAt());
		}

	}

	@GetMapping
	Flux<UserJson> list(@AuthenticationPrincipal Caller caller) {
		return this.users.list().filter((user) -> this.administration.covers(caller, user.scope())).map(UserJson::of);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	Mono<UserJson> add(@RequestBody String body, @AuthenticationPrincipal Caller caller) {
		Input input = Input.of(body, "name", "password", "role", "scope");
		String name = input.text("name", 1, 64);
		String password = input.text("password", MIN_PASSWORD, MAX_PASSWORD);
		Role role = input.choice("role", Role.class);
		HallId scope = input.optionalHall("scope");
		if (name.contains("/")) {
			input.wrong("name", "has a slash");
		}
		if (role != null && role.isMachine()) {
			input.wrong("role", "is for tokens, not for people");
		}
		this.administration.check(caller, scope, input);
		input.check();
		if (role == null) {
			throw new IllegalStateException("Checked");
		}
		return this.users.add(name, password, role, scope)
			.filter(Boolean::booleanValue)
			.flatMap((added) -> this.users.get(name))
			.map(UserJson::of)
			.switchIfEmpty(Mono.error(() -> Problems.conflict("There is a user '" + name + "' already.").exception()));
	}

	@PutMapping(path = "/{name}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> changePassword(@PathVariable String name, @RequestBody String body,
			@AuthenticationPrincipal Caller caller) {
		Input input = Input.of(body, "password");
		String password = input.text("password", MIN_PASSWORD, MAX_PASSWORD);
		input.check();
		return known(name, caller).flatMap((user) -> this.users.changePassword(user.name(), password)).then();
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> delete(@PathVariable String name, @AuthenticationPrincipal Caller caller) {
		if (name.equals(caller.name())) {
			return Mono.error(Problems.conflict("Nobody can delete oneself. Ask another administrator.").exception());
		}
		return known(name, caller).flatMap((user) -> this.users.delete(user.name())).then();
	}

	/** To an administrator of another hall, the user does not exist. */
	private Mono<UserInfo> known(String name, Caller caller) {
		return this.users.get(name)
			.filter((user) -> this.administration.covers(caller, user.scope()))
			.switchIfEmpty(Mono.error(() -> Problems.notFound("There is no user '" + name + "'.").exception()));
	}

}
