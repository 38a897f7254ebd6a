package io.hallcommand.server.access.http;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Right;
import reactor.core.publisher.Mono;

import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Takes the token out of a page's address before anybody sees it, and keeps it in a
 * cookie instead.
 */
final class LinkFilter implements WebFilter {

	private static final String TOKEN = "token";

	private final Access access;

	LinkFilter(Access access) {
		this.access = access;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
		if (!query.containsKey(TOKEN) || !Addresses.page(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		String token = query.getFirst(TOKEN);
		String rest = withoutToken(exchange);
		if (rest.equals("/login")) {
			rest = "/";
		}
		String next = rest;
		return this.access.authenticate((token != null) ? token : "")
			.filter((caller) -> caller.role().has(Right.VISIT))
			.map((caller) -> {
				keep(exchange, caller, (token != null) ? token : "");
				return next;
			})
			.defaultIfEmpty(Refusals.login(next, TOKEN))
			.flatMap((address) -> Refusals.redirect(exchange, address));
	}

	private static void keep(ServerWebExchange exchange, Caller caller, String token) {
		if (caller.role().isMachine()) {
			Cookies.screen(exchange, token);
		}
		else {
			Cookies.link(exchange, token);
		}
	}

	/** Begins with a single slash: an address of this server, whatever the path was. */
	private static String withoutToken(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value().replaceFirst("^[/\\\\]+", "/");
		String query = exchange.getRequest().getURI().getRawQuery();
		String rest = (query != null) ? Arrays.stream(query.split("&"))
			.filter((part) -> !part.equals(TOKEN) && !part.startsWith(TOKEN + "="))
			.collect(Collectors.joining("&")) : "";
		return rest.isEmpty() ? path : path + "?" + rest;
	}

}
