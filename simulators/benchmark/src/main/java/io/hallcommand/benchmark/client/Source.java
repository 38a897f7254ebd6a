package io.hallcommand.benchmark.client;

/**
 * What a publisher sends.
 */
@FunctionalInterface
public interface Source {

	/**
	 * The body of the next request.
	 * @param first the number of its first event, from 0
	 * @param events how many events it holds
	 */
	byte[] body(long first, int events);

}
