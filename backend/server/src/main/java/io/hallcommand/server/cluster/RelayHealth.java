package io.hallcommand.server.cluster;

import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;

/**
 * Whether messages flow between nodes. Without them the server works all the same, only
 * other nodes' events come a second or two later; so it is never down for this.
 */
final class RelayHealth implements ReactiveHealthIndicator {

	private final Relay relay;

	RelayHealth(Relay relay) {
		this.relay = relay;
	}

	@Override
	public Mono<Health> health() {
		return Mono.fromSupplier(() -> (this.relay.connected() ? Health.up() : Health.status("DEGRADED")).build());
	}

}
