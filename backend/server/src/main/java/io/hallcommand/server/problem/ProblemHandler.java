package io.hallcommand.server.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The one place where what failed in an HTTP request becomes its answer.
 */
@Component
@Order(ProblemHandler.BEFORE_BOOTS)
class ProblemHandler implements WebExceptionHandler {

	static final int BEFORE_BOOTS = -2;

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			// Nothing can be said any more: the connection is cut, so nobody takes the
			// part for the whole
			return Mono.error(failure);
		}
		Problem problem = ProblemMapping.of(failure);
		boolean gone = DisconnectedClientHelper.isClientDisconnectedException(failure);
		if (problem.status() == 500 && !gone) {
			logger.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath().value(),
					failure);
		}
		else if (problem.status() == 503 || gone) {
			logger.debug("{} {} {}", exchange.getRequest().getMethod(), exchange.getRequest().getPath().value(),
					gone ? "lost its client" : "refused", failure);
		}
		return ProblemWriter.write(exchange, problem);
	}

}
