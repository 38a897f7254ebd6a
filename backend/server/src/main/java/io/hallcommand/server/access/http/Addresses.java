package io.hallcommand.server.access.http;

import java.util.List;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Sorts requests by their addresses.
 */
final class Addresses {

	private Addresses() {
	}

	/** What nobody needs a token for. */
	static boolean open(ServerHttpRequest request) {
		String path = path(request);
		if (request.getMethod() == HttpMethod.POST) {
			return path.equals("/api/login");
		}
		return reads(request) && (path.equals("/actuator/health") || path.equals("/login")
				|| path.startsWith("/assets/") || path.equals("/favicon.ico") || path.equals("/favicon.svg"));
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
