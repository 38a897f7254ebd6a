package io.hallcommand.server.access;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How access works.
 *
 * @param session how long a login lasts
 * @param trust how long a token that was seen is not looked up again
 * @param trustWithoutStore how long it is still taken while the database does not answer,
 * so that screens can come back
 * @param watch how often revocations on other nodes are looked for
 * @param remembered how many tokens are remembered at most
 */
@ConfigurationProperties("hall.access")
record AccessSettings(@DefaultValue("12h") Duration session, @DefaultValue("60s") Duration trust,
		@DefaultValue("1h") Duration trustWithoutStore, @DefaultValue("2s") Duration watch,
		@DefaultValue("10000") int remembered) {

}
