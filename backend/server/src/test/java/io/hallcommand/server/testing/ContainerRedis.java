package io.hallcommand.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

final class ContainerRedis implements TestRedis {

	private static final int PORT = 6379;

	private final GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(Containers.REDIS));

	private final int port = freePort();

	ContainerRedis() {
		// Docker would give another port after a stop and start
		this.container.setPortBindings(List.of(this.port + ":" + PORT));
		this.container.addExposedPort(PORT);
		this.container.start();
		Runtime.getRuntime().addShutdownHook(new Thread(this.container::stop));
	}

	@Override
	public String url() {
		return "redis://" + this.container.getHost() + ":" + this.port;
	}

	@Override
	public void stop() {
		this.container.getDockerClient().stopContainerCmd(this.container.getContainerId()).withTimeout(2).exec();
	}

	@Override
	public void start() {
		this.container.getDockerClient().startContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void freeze() {
		this.container.getDockerClient().pauseContainerCmd(this.container.getContainerId()).exec();
	}

	@Override
	public void thaw() {
		this.container.getDockerClient().unpauseContainerCmd(this.container.getContainerId()).exec();
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
