package io.hallcommand.server.problem;

import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What fails after the request was given up, because its client has gone, has nobody left
 * to tell. It is no fault of the server's, and so no error in its log.
 */
@Component
class LateErrors implements NettyServerCustomizer {

	/** Where Reactor looks for what to do with errors that come too late. */
	private static final String LATE_ERRORS = "reactor.onErrorDropped.local";

	private static final Logger logger = LoggerFactory.getLogger(LateErrors.class);

	@Override
	public HttpServer apply(HttpServer server) {
		Consumer<Throwable> late = LateErrors::log;
		return server
			.mapHandle((handling, connection) -> handling.contextWrite((context) -> context.put(LATE_ERRORS, late)));
	}

	private static void log(Throwable failure) {
		if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
			logger.debug("A client has gone in mid-request", failure);
		}
		else {
			logger.error("A request failed after it was given up", failure);
		}
	}

}
