package io.hallcommand.server.access;

import io.hallcommand.core.hall.HallId;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Knows callers and their rights; HTTP and RSocket both ask here.
 */
public interface Access {

	/**
	 * The caller with this token: a device, board, wall or user token, or a login's
	 * session.
	 * @return empty if there is no such token, or it is revoked or over
	 */
	Mono<Caller> authenticate(String token);

	/**
	 * Whether the caller may do this in this hall. Costs no I/O.
	 */
	boolean allows(Caller caller, Right right, HallId hall);

	/**
	 * Runs the work, once, when what the caller has shown is revoked or over: at once
	 * when that happens on this node, within 5 s when on another. What was opened for the
	 * caller is then to be closed. The work must not block; any thread may run it.
	 * @return to be disposed of when nobody needs to hear it any more
	 */
	Disposable whenOver(Caller caller, Runnable work);

	/**
	 * Completes when {@link #whenOver} would run its work.
	 */
	default Mono<Void> over(Caller caller) {
		return Mono.create((sink) -> sink.onDispose(whenOver(caller, sink::success)));
	}

}
