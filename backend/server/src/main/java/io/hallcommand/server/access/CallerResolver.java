package io.hallcommand.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Finds out from an HTTP request's headers who asks: a bearer token, or the cookie of a
 * login or of a screen.
 */
@Component
public class CallerResolver {

	public static final String SESSION_COOKIE = "hall_session";

	/** Named after the first screens that there were. */
	public static final String SCREEN_COOKIE = "hall_wall";

	private static final Pattern COOKIES = Pattern.compile("; *");

	private final Access access;

	CallerResolver(Access access) {
		this.access = access;
	}

	/**
	 * Who asks.
	 *
	 * @param byCookie whether a cookie shows it, which a browser adds by itself
	 */
	public record Shown(Caller caller, boolean byCookie) {
	}

	/**
	 * Who asks; empty if nothing is shown or a cookie is no longer good. A bearer token
	 * that is not good is a {@link ProblemException} of status 401: who sends one means
	 * it.
	 */
	public Mono<Shown> resolve(HttpHeaders headers) {
		String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
		if (authorization != null) {
			return bearer(authorization);
		}
		return Flux.fromIterable(cookies(headers))
			.concatMap(this.access::authenticate, 1)
			.next()
			.map((caller) -> new Shown(caller, true));
	}

	/**
	 * Who asks to switch to a WebSocket; empty as above. Cookies count only from a page
	 * of this server, else the {@link ProblemException} is of status 403.
	 */
	public Mono<Caller> resolveUpgrade(HttpHeaders headers) {
		String host = headers.getFirst(HttpHeaders.HOST);
		return resolve(headers).map((shown) -> {
			if (shown.byCookie() && SameOrigin.judge(headers, host) != SameOrigin.Verdict.SAME) {
				throw Problems
					.forbidden("A cookie counts only for a page of this server, and this request's Origin"
							+ " is another. Send a bearer token instead.")
					.exception();
			}
			return shown.caller();
		});
	}

	private Mono<Shown> bearer(String authorization) {
		String scheme = "bearer ";
		if (!authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
			return Mono.error(Problems.unauthorized("Only 'Authorization: Bearer <token>' is understood.").exception());
		}
		return this.access.authenticate(authorization.substring(scheme.length()).strip())
			.map((caller) -> new Shown(caller, false))
			.switchIfEmpty(Mono
				.error(() -> Problems.unauthorized("This token is unknown, revoked or over. Ask for another one.")
					.withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
					.exception()));
	}

	/** The session before the screen: it may do more. */
	private static List<String> cookies(HttpHeaders headers) {
		List<String> tokens = new ArrayList<>();
		add(tokens, cookie(headers, SESSION_COOKIE));
		add(tokens, cookie(headers, SCREEN_COOKIE));
		return tokens;
	}

	private static void add(List<String> tokens, @Nullable String token) {
		if (token != null) {
			tokens.add(token);
		}
	}

	/** A cookie of a request. */
	public static @Nullable String cookie(HttpHeaders headers, String name) {
		for (String line : headers.getOrEmpty(HttpHeaders.COOKIE)) {
			for (String pair : COOKIES.split(line)) {
				if (pair.startsWith(name + "=")) {
					return pair.substring(name.length() + 1);
				}
			}
		}
		return null;
	}

}
