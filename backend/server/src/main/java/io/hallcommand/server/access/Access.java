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

}
