package io.hallcommand.server.directory.http;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.problem.ProblemWriter;
import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers for halls that do not exist, once for all addresses below a hall's. It comes
 * after security: who may not see a hall does not learn whether it exists.
 */
@Component
@Order(0)
class KnownHallFilter implements WebFilter {

	private static final PathPattern HALL = PathPatternParser.defaultInstance.parse("/api/halls/{hall}/**");

	private final Directory directory;

	KnownHallFilter(Directory directory) {
		this.directory = directory;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		PathPattern.PathMatchInfo match = HALL.matchAndExtract(exchange.getRequest().getPath().pathWithinApplication());
		String id = (match != null) ? match.getUriVariables().get("hall") : null;
		if (id == null || id.isEmpty() || exchange.getRequest().getMethod() == HttpMethod.PUT) {
			return chain.filter(exchange);
		}
		HallId hall = new HallId(id);
		return this.directory.exists(hall) ? chain.filter(exchange)
				: ProblemWriter.write(exchange, Problems.noSuchHall(hall));
	}

}
