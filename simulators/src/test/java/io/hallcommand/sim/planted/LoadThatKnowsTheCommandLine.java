package io.hallcommand.sim.planted;

import io.hallcommand.sim.cli.HallSim;

/**
 * Nothing may know the command line.
 */
public final class LoadThatKnowsTheCommandLine {

	private LoadThatKnowsTheCommandLine() {
	}

	public static void main(String[] args) {
		HallSim.main(args);
	}

}
