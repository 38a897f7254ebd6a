package io.hallcommand.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Hall Command.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HallCommand {

	public static void main(String[] args) {
		SpringApplication.run(HallCommand.class, args);
	}

}
