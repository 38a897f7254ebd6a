package io.hallcommand.server.testing;

import java.nio.file.Path;

import io.hallcommand.server.embedded.EmbeddedForTests;

final class EmbeddedRedis implements TestRedis {

	private final Path directory = Processes.temporaryDirectory();

	private EmbeddedForTests.Running running;

	EmbeddedRedis() {
		this.running = EmbeddedForTests.startRedis(this.directory);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			stop();
			Processes.delete(this.directory);
		}));
	}

	@Override
	public String url() {
		return "redis://:" + this.running.password() + "@127.0.0.1:" + this.running.port();
	}

	@Override
	public void stop() {
		EmbeddedForTests.stopRedis(this.directory);
	}

	@Override
	public void start() {
		this.running = EmbeddedForTests.startRedis(this.directory);
	}

	@Override
	public void freeze() {
		Processes.signal("STOP", this.running.process());
	}

	@Override
	public void thaw() {
		Processes.signal("CONT", this.running.process());
	}

}
