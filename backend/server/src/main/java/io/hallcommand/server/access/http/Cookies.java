package io.hallcommand.server.access.http;

import java.time.Duration;

import io.hallcommand.server.access.CallerResolver;

import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * The cookies that stand for tokens. No script can read them.
 */
final class Cookies {

	/** A screen is hung up once: its cookie lasts as long as browsers allow. */
	private static final Duration SCREEN = Duration.ofDays(400);

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

	/**
	 * A wall's or a board's. A screen has one: what it was last opened as is all that it
	 * may still show.
	 */
	static void screen(ServerWebExchange exchange, String token) {
		set(exchange, CallerResolver.SCREEN_COOKIE, token, SCREEN, "Lax");
	}

	static void clear(ServerWebExchange exchange) {
		set(exchange, CallerResolver.SESSION_COOKIE, "", Duration.ZERO, "Strict");
		set(exchange, CallerResolver.SCREEN_COOKIE, "", Duration.ZERO, "Lax");
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
