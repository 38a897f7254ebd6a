package io.hallcommand.sim.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

@Command(name = "load")
final class LoadCommand implements Callable<Integer> {

	@Override
	public Integer call() throws Exception {
		return 0;
	}

}
