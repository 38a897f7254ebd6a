package io.hallcommand.benchmark.goal;

import java.util.List;

import io.hallcommand.benchmark.report.Finding;

/**
 * Something to be measured.
 */
public interface Goal {

	/** Which goals it measures, by their numbers. */
	List<Integer> numbers();

	/** Measures, which takes a minute or so. */
	List<Finding> measure(Servers servers) throws InterruptedException;

}
