package io.hallcommand.server.access.http;

import java.time.Duration;

import io.hallcommand.server.access.CallerResolver;

import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies that stand for tokens. No script can read them.
 */
final class Cookies {

	/** A wall is hung up once: its cookie lasts as long as browsers allow. */
	private static final Duration WALL = Duration.ofDays(400);

	private static final Duration LINK = Duration.ofHours(12);

	private Cookies() {
	}

	static void session(ServerWebExchange exchange, String token, Duration lasts) {
		set(exchange, CallerResolver.SESSION_COOKIE, token, lasts, "Strict");
	}

	/** A token from a link. The link may stand on another site, so not strict. */
	static void link(ServerWebExchange exchange, String token) {
		set(exchange, CallerResolver.SESSION_COOKIE, token, LINK, "Lax");
	}

	static void wall(ServerWebExchange exchange, String token) {
		set(exchange, CallerResolver.WALL_COOKIE, token, WALL, "Lax");
	}

	static void clear(ServerWebExchange exchange) {
		set(exchange, CallerResolver.SESSION_COOKIE, "", Duration.ZERO, "Strict");
		set(exchange, CallerResolver.WALL_COOKIE, "", Duration.ZERO, "Lax");
	}

	private static void set(ServerWebExchange exchange, String name, String value, Duration lasts, String sameSite) {
		boolean secure = "https".equalsIgnoreCase(exchange.getRequest().getURI().getScheme());
		exchange.getResponse()
			.addCookie(ResponseCookie.from(name, value)
				.httpOnly(true)
				.secure(secure)
				.sameSite(sameSite)
				.path("/")
				.maxAge(lasts)
				.build());
	}

}
