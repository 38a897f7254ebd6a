package io.hallcommand.server;

import java.time.Clock;

import io.hallcommand.server.clock.SteadyClock;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
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

	/** A tree of JSON is any object to callers, not the methods of a Java class. */
	@Bean
	static BeanFactoryPostProcessor treesInTheDescription() {
		return (beans) -> SpringDocUtils.getConfig()
			.replaceWithClass(JsonNode.class, Object.class)
			.replaceWithClass(ObjectNode.class, Object.class);
	}

	public static void main(String[] args) {
		SpringApplication.run(HallCommand.class, args);
	}

}
