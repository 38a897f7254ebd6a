package io.hallcommand.server.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.testcontainers.DockerClientFactory;

/**
 * Finds out, once, whether containers can be had.
 */
final class Containers {

	static final String POSTGRES = "postgres:18";

	static final String REDIS = "redis:7";

	static final boolean USED = choose();

	private Containers() {
	}

	private static boolean choose() {
		String wanted = System.getProperty("HALL_TEST_SERVICES", System.getenv("HALL_TEST_SERVICES"));
		if ("embedded".equals(wanted)) {
			return say(false, "HALL_TEST_SERVICES asks for them");
		}
		try {
			if (!run("docker", "info")) {
				return say(false, "no Docker engine answers");
			}
			// Testcontainers tries for minutes to get an image where no registry is
			for (String image : List.of(POSTGRES, REDIS)) {
				String name = System.getenv().getOrDefault("TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX", "") + image;
				if (!run("docker", "image", "inspect", name) && !run("docker", "pull", "-q", name)) {
					return say(false, "the Docker engine cannot get " + name);
				}
			}
		}
		catch (IOException ex) {
			// No docker command, but perhaps an engine
			if (!DockerClientFactory.instance().isDockerAvailable()) {
				return say(false, "no Docker engine answers");
			}
		}
		return say(true, "a Docker engine answers");
	}

	private static boolean run(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (process.waitFor(3, TimeUnit.MINUTES)) {
				return process.exitValue() == 0;
			}
			process.destroyForcibly();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return false;
	}

	private static boolean say(boolean containers, String why) {
		System.out.println("Test services: "
				+ (containers ? "PostgreSQL and Redis in Testcontainers" : "embedded PostgreSQL and Redis")
				+ ", because " + why);
		return containers;
	}

}
