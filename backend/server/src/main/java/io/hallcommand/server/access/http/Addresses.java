package io.hallcommand.server.access.http;

import java.util.List;
import java.util.Set;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Sorts requests by their addresses.
 */
final class Addresses {

	/** Those who look after a server's health have no token; they see no details. */
	private static final Set<String> OPEN = Set.of("/actuator/health", "/actuator/health/liveness",
			"/actuator/health/readiness", "/login", "/favicon.ico", "/favicon.svg");

	private Addresses() {
	}

	/** What nobody needs a token for. */
	static boolean open(ServerHttpRequest request) {
		String path = path(request);
		if (request.getMethod() == HttpMethod.POST) {
			return path.equals("/api/login");
		}
		return reads(request) && (OPEN.contains(path) || path.startsWith("/assets/"));
	}

	/** Meant for people in front of a browser, not for programs. */
	static boolean page(ServerHttpRequest request) {
		String path = path(request);
		return reads(request) && List.of("/api", "/actuator", "/rsocket", "/assets")
			.stream()
			.noneMatch((other) -> path.equals(other) || path.startsWith(other + "/"));
	}

	/** A page that is asked for by a browser, which can be led elsewhere. */
	static boolean pageInBrowser(ServerHttpRequest request) {
		return page(request) && request.getHeaders()
			.getAccept()
			.stream()
			.anyMatch((type) -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType());
	}

	static boolean reads(ServerHttpRequest request) {
		return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
	}

	static String path(ServerHttpRequest request) {
		return request.getPath().pathWithinApplication().value();
	}

}
