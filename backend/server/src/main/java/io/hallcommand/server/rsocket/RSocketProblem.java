package io.hallcommand.server.rsocket;

import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemMapping;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.exceptions.RejectedSetupException;

/**
 * Refusals on RSocket: the message is the problem detail that HTTP would answer.
 */
final class RSocketProblem {

	private RSocketProblem() {
	}

	static RejectedException request(Problem problem) {
		return new RejectedException(problem.json());
	}

	static RejectedException request(Throwable failure) {
		return request(ProblemMapping.of(failure));
	}

	static RejectedSetupException setup(Throwable failure) {
		return new RejectedSetupException(ProblemMapping.of(failure).json());
	}

}
