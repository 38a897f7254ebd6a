package io.hallcommand.server.access;

import io.hallcommand.core.hall.HallId;
import reactor.core.publisher.Mono;

/**
 * Knows callers and their rights; HTTP and RSocket both ask here.
 */
public interface Access {

	/**
	 * The caller with this token: a device, wall or user token, or a login's session.
	 * @return empty if there is no such token, or it is revoked or over
	 */
	Mono<Caller> authenticate(String token);

	/**
	 * Whether the caller may do this in this hall. Costs no I/O.
	 */
	boolean allows(Caller caller, Right right, HallId hall);

	/**
	 * Completes when what the caller has shown is revoked or over: at once when that
	 * happens on this node, within 5 s when on another. What was opened for the caller is
	 * then to be closed.
	 */
	default Mono<Void> over(Caller caller) {
		return Mono.never();
	}

}
