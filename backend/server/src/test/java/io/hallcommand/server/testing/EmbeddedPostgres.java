package io.hallcommand.server.testing;

import java.nio.file.Path;

import io.hallcommand.server.embedded.EmbeddedForTests;

final class EmbeddedPostgres implements TestPostgres {

	private final Path directory = Processes.temporaryDirectory();

	private final EmbeddedForTests.Running running;

	EmbeddedPostgres() {
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		this.running = EmbeddedForTests.startPostgres(this.directory);
	}

	private void stop() {
		EmbeddedForTests.stopPostgres(this.directory);
		Processes.delete(this.directory);
	}

	@Override
	public TestDatabase create(String database) {
		database("postgres").execute("create database " + database);
		return database(database);
	}

	private TestDatabase database(String name) {
		return new TestDatabase("127.0.0.1", this.running.port(), name, EmbeddedForTests.USER, this.running.password());
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
