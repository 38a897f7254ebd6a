package io.hallcommand.sim.load;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * How much load.
 *
 * @param screens for each hall
 * @param rsocketShare share of screens that use RSocket over TCP, 0 to 1
 * @param rate events a second over all halls
 * @param batch events in a POST
 * @param warmUp how many seconds at the start are not counted
 * @param seconds how long it counts
 */
public record LoadSettings(URI server, @Nullable String token, int rsocketPort, int halls, int screens,
		double rsocketShare, int devices, double rate, int batch, int warmUp, int seconds) {

	public static final int MAX_HALLS = 500;

	public static final int MAX_SCREENS = 20_000;

	public static final int MAX_RATE = 200_000;

	public static final int MAX_SECONDS = 3600;

	public LoadSettings {
		between("halls", halls, 1, MAX_HALLS);
		between("screens", screens, 0, MAX_SCREENS);
		between("screens in all", (long) screens * halls, 0, MAX_SCREENS);
		between("devices", devices, 1, LoadHall.WINDOWS);
		between("rate", Math.round(rate), 1, MAX_RATE);
		between("batch", batch, 1, 1000);
		between("warm-up", warmUp, 0, MAX_SECONDS);
		between("duration", seconds, 1, MAX_SECONDS);
	}

	private static void between(String name, long value, long min, long max) {
		if (value < min || value > max) {
			throw new IllegalArgumentException(name + ": " + value + " is not between " + min + " and " + max);
		}
	}

}
