package io.hallcommand.server.access.http;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.CallerResolver;
import io.hallcommand.server.access.Logins;
import io.hallcommand.server.access.SameOrigin;
import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Logging in and out, and who one is.
 */
@RestController
class LoginController {

	private final Logins logins;

	LoginController(Logins logins) {
		this.logins = logins;
	}

	@PostMapping(path = "/api/login", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<Map<String, @Nullable Object>> login(@RequestBody String body, ServerWebExchange exchange) {
		if (CallerFilter.origin(exchange) == SameOrigin.Verdict.OTHER) {
			return Mono.error(Problems.forbidden("A page of another server cannot log in here.").exception());
		}
		Input input = Input.of(body, "user", "password");
		String user = input.text("user", 1, 64);
		String password = input.text("password", 1, 200);
		input.check();
		return this.logins.login(user, password, address(exchange)).map((outcome) -> switch (outcome) {
			case Logins.LoggedIn in -> {
				Cookies.session(exchange, in.token(), in.lasts());
				yield describe(in.caller());
			}
			case Logins.Wrong _ -> throw Problem
				.of(401, "wrong-password", "The user or the password is wrong",
						"The user is unknown or the password is wrong. Check both and try again.")
				.withHeader("WWW-Authenticate", "Bearer")
				.exception();
			case Logins.TooMany many -> throw Problems.tooManyAttempts(many.retryAfter().toSeconds() + 1).exception();
		});
	}

	@PostMapping("/api/logout")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	Mono<Void> logout(ServerWebExchange exchange) {
		String token = CallerResolver.cookie(exchange.getRequest().getHeaders(), CallerResolver.SESSION_COOKIE);
		Mono<Void> ended = (token != null) ? this.logins.logout(token) : Mono.empty();
		return ended.then(Mono.fromRunnable(() -> Cookies.clear(exchange)));
	}

	@GetMapping("/api/me")
	Map<String, @Nullable Object> me(@AuthenticationPrincipal Caller caller) {
		return describe(caller);
	}

	private static Map<String, @Nullable Object> describe(Caller caller) {
		Map<String, @Nullable Object> me = new LinkedHashMap<>();
		me.put("name", caller.name());
		me.put("role", caller.role());
		me.put("scope", (caller.scope() != null) ? caller.scope().value() : null);
		return me;
	}

	private static String address(ServerWebExchange exchange) {
		InetSocketAddress address = exchange.getRequest().getRemoteAddress();
		return (address != null && address.getAddress() != null) ? address.getAddress().getHostAddress() : "unknown";
	}

}
