package io.hallcommand.server.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What of the demo there is.
 *
 * @param enabled whether the demo halls are made if they do not exist
 * @param crowd whether visitors come to the demo halls
 * @param region whether there is a city of some sixty halls around the demo hall
 */
@ConfigurationProperties("hall.demo")
record DemoSettings(@DefaultValue("true") boolean enabled, @DefaultValue("true") boolean crowd,
		@DefaultValue("true") boolean region) {

}
