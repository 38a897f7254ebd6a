package io.hallcommand.server.problem;

/**
 * Ends a request with a problem.
 */
public class ProblemException extends RuntimeException {

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		// No stack: this is an answer, not a bug
		super(problem.title() + ": " + problem.detail(), null, false, false);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

}
