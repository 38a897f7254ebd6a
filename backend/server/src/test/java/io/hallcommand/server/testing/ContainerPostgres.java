package io.hallcommand.server.testing;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

final class ContainerPostgres implements TestPostgres {

	private final PostgreSQLContainer container = new PostgreSQLContainer(DockerImageName.parse(Containers.POSTGRES));

	ContainerPostgres() {
		this.container.withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
		this.container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this.container::stop));
	}

	@Override
	public TestDatabase create(String database) {
		database(this.container.getDatabaseName()).execute("create database " + database);
		return database(database);
	}

	private TestDatabase database(String name) {
		return new TestDatabase(this.container.getHost(),
				this.container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), name, this.container.getUsername(),
				this.container.getPassword());
	}

	@Override
	public void freeze() {
		this.container.getDockerClient().pauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void thaw() {
		this.container.getDockerClient().unpauseContainerCmd(this.container.getContainerId()).exec();
	}

}
