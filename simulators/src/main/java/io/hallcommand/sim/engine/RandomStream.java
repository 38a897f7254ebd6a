package io.hallcommand.sim.engine;

import java.util.List;
import java.util.SplittableRandom;

/**
 * One stream of random numbers with the distributions that halls need. Not thread-safe.
 */
public final class RandomStream {

	private final SplittableRandom random;

	RandomStream(SplittableRandom random) {
		this.random = random;
	}

	/** From 0, inclusive, to 1, exclusive. */
	public double uniform() {
		return this.random.nextDouble();
	}

	public double uniform(double low, double high) {
		return low + (high - low) * uniform();
	}

	public boolean chance(double probability) {
		return uniform() < probability;
	}

	public double exponential(double mean) {
		return -mean * Math.log1p(-uniform());
	}

	/**
	 * Log-normal by what one knows of it: its mean and its coefficient of variation.
	 */
	public double logNormal(double mean, double variation) {
		double variance = Math.log1p(variation * variation);
		return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * this.random.nextGaussian());
	}

	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	public <T> T pick(List<T> items) {
		return items.get(below(items.size()));
	}

}
