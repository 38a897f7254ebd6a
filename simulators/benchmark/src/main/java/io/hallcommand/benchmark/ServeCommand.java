package io.hallcommand.benchmark;

import java.util.concurrent.Callable;

import io.hallcommand.benchmark.reference.BareNettyServer;
import io.hallcommand.benchmark.reference.SpringSseServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs a reference server in this process.
 */
@Command(name = "serve", mixinStandardHelpOptions = true,
		description = "Runs a reference server on loopback, until it is ended: to look at it by itself.")
final class ServeCommand implements Callable<Integer> {

	/** Which. */
	enum Reference {

		netty, netty_joined, spring

	}

	@Parameters(paramLabel = "SERVER", description = "${COMPLETION-CANDIDATES}")
	private Reference reference = Reference.netty;

	@Option(names = "--port", required = true, paramLabel = "PORT")
	private int port;

	@Override
	public Integer call() throws InterruptedException {
		switch (this.reference) {
			case netty -> BareNettyServer.serve(this.port, false);
			case netty_joined -> BareNettyServer.serve(this.port, true);
			case spring -> SpringSseServer.serve(this.port);
		}
		return 0;
	}

}
