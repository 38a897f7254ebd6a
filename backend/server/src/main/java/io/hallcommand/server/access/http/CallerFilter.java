package io.hallcommand.server.access.http;

import io.hallcommand.server.access.CallerResolver;
import io.hallcommand.server.access.SameOrigin;
import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.ProblemWriter;
import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Finds out who asks. What a cookie alone allows must come from a page of this server as
 * soon as it changes anything.
 */
final class CallerFilter implements WebFilter {

	/** Why the request is not taken as anybody's, for the answer. */
	static final String REFUSAL = CallerFilter.class.getName() + ".refusal";

	private final CallerResolver callers;

	CallerFilter(CallerResolver callers) {
		this.callers = callers;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		boolean open = Addresses.open(exchange.getRequest());
		return this.callers.resolve(exchange.getRequest().getHeaders()).onErrorResume((failure) -> {
			if (failure instanceof ProblemException ex) {
				exchange.getAttributes().put(REFUSAL, ex.problem());
				return Mono.empty();
			}
			// What is open stays so while the database does not answer
			return open ? Mono.empty() : Mono.error(failure);
		}).map(java.util.Optional::of).defaultIfEmpty(java.util.Optional.empty()).flatMap((shown) -> {
			if (shown.isEmpty()) {
				return chain.filter(exchange);
			}
			if (shown.get().byCookie() && !open && !Addresses.reads(exchange.getRequest()) && foreign(exchange)) {
				return ProblemWriter.write(exchange, crossSite());
			}
			return chain.filter(exchange)
				.contextWrite(ReactiveSecurityContextHolder
					.withAuthentication(new CallerAuthentication(shown.get().caller())));
		});
	}

	private static boolean foreign(ServerWebExchange exchange) {
		return origin(exchange) != SameOrigin.Verdict.SAME;
	}

	static SameOrigin.Verdict origin(ServerWebExchange exchange) {
		return SameOrigin.judge(exchange.getRequest().getHeaders(), exchange.getRequest().getURI().getAuthority());
	}

	static Problem crossSite() {
		return Problems.forbidden("A cookie may change something only from a page of this server: the request's Origin"
				+ " or Sec-Fetch-Site does not say so. Programs send 'Authorization: Bearer <token>' instead.");
	}

}
