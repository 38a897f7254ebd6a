package io.hallcommand.server;

import java.time.Clock;

import io.hallcommand.server.clock.SteadyClock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * Starts Hall Command.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HallCommand {

	@Bean
	Clock clock() {
		return SteadyClock.system();
	}

	public static void main(String[] args) {
		SpringApplication.run(HallCommand.class, args);
	}

}
