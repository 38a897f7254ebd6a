package io.hallcommand.server.access.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemWriter;
import io.hallcommand.server.problem.Problems;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;

/**
 * Answers to who may not: people are led to the login, programs get a problem.
 */
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

	@Override
	public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
		if (Addresses.pageInBrowser(exchange.getRequest())) {
			return redirect(exchange, login(next(exchange), null));
		}
		Problem problem = exchange.getAttribute(CallerFilter.REFUSAL);
		return ProblemWriter.write(exchange,
				(problem != null) ? problem
						: Problems.unauthorized("Send 'Authorization: Bearer <token>', or log in at /login. Tokens of"
								+ " the first start stand in credentials.json in the data directory."));
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
		if (Addresses.pageInBrowser(exchange.getRequest())) {
			return redirect(exchange, login(next(exchange), "forbidden"));
		}
		String reason = exchange.getAttributeOrDefault(Rules.REASON, "This is not allowed.");
		return ProblemWriter.write(exchange, Problems.forbidden(reason));
	}

	/**
	 * The address of the login.
	 * @param next where to go after it, a path of this server
	 * @param error what went wrong, as the page knows it
	 */
	static String login(@Nullable String next, @Nullable String error) {
		StringBuilder address = new StringBuilder("/login");
		char mark = '?';
		if (error != null) {
			address.append(mark).append("error=").append(error);
			mark = '&';
		}
		if (next != null && !next.equals("/")) {
			address.append(mark).append("next=").append(UriUtils.encode(next, StandardCharsets.UTF_8));
		}
		return address.toString();
	}

	static Mono<Void> redirect(ServerWebExchange exchange, String address) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(HttpStatus.FOUND);
		response.getHeaders().setLocation(URI.create(address));
		response.getHeaders().setCacheControl("no-store");
		return response.setComplete();
	}

	private static String next(ServerWebExchange exchange) {
		String query = exchange.getRequest().getURI().getRawQuery();
		return exchange.getRequest().getPath().value() + ((query != null) ? "?" + query : "");
	}

}
