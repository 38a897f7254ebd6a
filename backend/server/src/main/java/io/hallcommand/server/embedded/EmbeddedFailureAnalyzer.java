package io.hallcommand.server.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says in two sentences why the server did not start, instead of a page of stack trace.
 */
class EmbeddedFailureAnalyzer extends AbstractFailureAnalyzer<IllegalStateException> {

	@Override
	protected @org.jspecify.annotations.Nullable FailureAnalysis analyze(Throwable rootFailure,
			IllegalStateException cause) {
		return switch (cause) {
			case DataDirectoryInUseException inUse -> new FailureAnalysis(inUse.getMessage() + ".",
					"Stop that process, or give this server a directory of its own with HALL_DATA.", inUse);
			case EmbeddedFailureException failure -> new FailureAnalysis(failure.getMessage(),
					"Or use servers of your own: set spring.r2dbc.url and spring.data.redis.url.", failure);
			default -> null;
		};
	}

}
