package io.hallcommand.server.desk;

import java.time.Instant;

import io.hallcommand.server.problem.Problem;
import io.hallcommand.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * How a refused order is answered.
 */
public final class Refused {

	private Refused() {
	}

	/** What is said after the reason if the order's note was kept. */
	public static String detail(String detail, boolean noteKept) {
		return detail + (noteKept ? " Your note was kept." : "");
	}

	/**
	 * The problem with the reason, and who was first if that is it.
	 */
	public static ProblemException because(Problem problem, Enum<?> reason, @Nullable String by, @Nullable Instant at) {
		Problem told = problem.with("reason", reason.name());
		return ((by != null && at != null) ? told.with("by", by).with("at", at.toString()) : told).exception();
	}

}
