package io.hallcommand.server.rsocket;

import io.hallcommand.wire.HallJson;
import io.rsocket.exceptions.RejectedException;
import io.rsocket.exceptions.RejectedSetupException;

/**
 * Refusals on RSocket: the message is a problem detail (RFC 9457) like those of HTTP.
 */
public final class RSocketProblem {

	private RSocketProblem() {
	}

	public static RejectedException rejected(String detail) {
		return new RejectedException(json("/problems/refused", "Refused", 400, detail));
	}

	public static RejectedException forbidden(String detail) {
		return new RejectedException(json("/problems/forbidden", "Forbidden", 403, detail));
	}

	public static RejectedException notFound(String detail) {
		return new RejectedException(json("/problems/not-found", "Not found", 404, detail));
	}

	public static RejectedException unavailable(String detail) {
		return new RejectedException(json("/problems/unavailable", "Not available now", 503, detail));
	}

	static RejectedSetupException unauthorized(String detail) {
		return new RejectedSetupException(json("/problems/unauthorized", "Not signed in", 401, detail));
	}

	private static String json(String type, String title, int status, String detail) {
		return HallJson.mapper()
			.createObjectNode()
			.put("type", type)
			.put("title", title)
			.put("status", status)
			.put("detail", detail)
			.toString();
	}

}
