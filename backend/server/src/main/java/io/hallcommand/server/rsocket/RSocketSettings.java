package io.hallcommand.server.rsocket;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * RSocket on TCP.
 *
 * @param port 0 takes any free one, a negative number turns it off
 * @param address where it listens
 * @param maxFrame largest frame that is taken in
 */
@ConfigurationProperties("hall.rsocket")
record RSocketSettings(@DefaultValue("7000") int port, @DefaultValue("0.0.0.0") String address,
		@DefaultValue("1MB") DataSize maxFrame) {

}
