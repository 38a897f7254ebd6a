package io.hallcommand.sim.crowd;

import java.time.Duration;
import java.time.LocalTime;

import io.hallcommand.sim.engine.RandomStream;

/**
 * When the staff of a window mean to work.
 */
record DeskHours(LocalTime opens, LocalTime lunch, Duration lunchLasts, LocalTime closes) {

	/**
	 * Windows open within ten minutes and go to lunch in two waves, so that every queue
	 * keeps some.
	 * @param number the window's place in the plan
	 */
	static DeskHours of(int number, RandomStream random) {
		LocalTime lunch = LocalTime.of(11, 40).plusMinutes((number % 2) * 50L).plusSeconds(random.below(600));
		return new DeskHours(LocalTime.of(8, 52).plusSeconds(random.below(600)), lunch,
				Duration.ofMinutes(40 + random.below(10)), LocalTime.of(17, 0).plusSeconds(random.below(300)));
	}

	boolean open(LocalTime time) {
		return !time.isBefore(this.opens) && time.isBefore(this.closes);
	}

	boolean lunch(LocalTime time) {
		return !time.isBefore(this.lunch) && time.isBefore(this.lunch.plus(this.lunchLasts));
	}

}
