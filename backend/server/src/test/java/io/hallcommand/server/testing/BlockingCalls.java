package io.hallcommand.server.testing;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * A blocking call on an event loop or on a hall's writer fails, in every test. What
 * stands here is let through: short, rare, and not ours to change.
 */
public final class BlockingCalls implements BlockHoundIntegration {

	@Override
	public void applyTo(BlockHound.Builder builder) {
		builder
			// A class is read from its jar when it is first used
			.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
			.allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "parse")
			// The description of the API is made once, behind a lock
			.allowBlockingCallsInside("org.springdoc.api.AbstractOpenApiResource", "getOpenApi")
			// Randomness of the operating system, when a connection to PostgreSQL is made
			.allowBlockingCallsInside("com.ongres.scram.client.ScramClient$Builder", "build")
			// Netty's allocator grows when many threads want memory at once, behind a
			// lock
			.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines")
			// How a type of JSON is read is found out when the first one comes, behind a
			// lock
			.allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache",
					"_createAndCacheValueDeserializer")
			// The random part of a UUID or token
			.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
	}

}
