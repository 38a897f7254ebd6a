package io.hallcommand.sim.engine;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * The source of all random streams of a run. A stream depends on the seed and its name
 * only: drawing more from one changes nothing in another.
 *
 * @param seed any number
 */
public record Chance(long seed) {

	private static final long FNV_OFFSET = 0xcbf29ce484222325L;

	private static final long FNV_PRIME = 0x100000001b3L;

	public RandomStream stream(String name) {
		return new RandomStream(new SplittableRandom(mix(this.seed ^ mix(hash(name)))));
	}

	/** FNV-1a: the same on every machine, unlike an identity hash. */
	private static long hash(String name) {
		long hash = FNV_OFFSET;
		for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
			hash = (hash ^ (b & 0xff)) * FNV_PRIME;
		}
		return hash;
	}

	/**
	 * The finaliser of SplitMix64: near seeds give streams that have nothing in common.
	 */
	private static long mix(long value) {
		long z = value + 0x9e3779b97f4a7c15L;
		z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
		z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
		return z ^ (z >>> 31);
	}

}
