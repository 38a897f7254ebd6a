package io.hallcommand.server.problem;

import java.util.List;

import io.hallcommand.core.hall.HallId;

/**
 * The problems that several parts of the server tell of.
 */
public final class Problems {

	private Problems() {
	}

	public static Problem badRequest(String detail) {
		return Problem.of(400, "bad-request", "The request cannot be read", detail);
	}

	/** Nobody has shown who asks, or the token is not good. */
	public static Problem unauthorized(String detail) {
		return Problem.of(401, "unauthorized", "Who are you?", detail).withHeader("WWW-Authenticate", "Bearer");
	}

	/** It is known who asks, but this is not theirs to do. */
	public static Problem forbidden(String detail) {
		return Problem.of(403, "forbidden", "This is not allowed", detail);
	}

	public static Problem noSuchHall(HallId hall) {
		return Problem
			.of(404, "no-such-hall", "There is no such hall",
					"There is no hall '" + hall
							+ "'. GET /api/halls lists the halls; PUT /api/halls/{hall}/plan makes one.")
			.with("hall", hall.value());
	}

	public static Problem notFound(String detail) {
		return Problem.of(404, "not-found", "There is nothing here", detail);
	}

	public static Problem methodNotAllowed(String method, List<String> allowed) {
		return Problem
			.of(405, "method-not-allowed", "This method does not work here",
					method + " does not work here"
							+ (allowed.isEmpty() ? "." : "; " + String.join(", ", allowed) + " would."))
			.withHeader("Allow", String.join(", ", allowed));
	}

	public static Problem notAcceptable(String detail) {
		return Problem.of(406, "not-acceptable", "There is no answer in this format", detail);
	}

	public static Problem conflict(String detail) {
		return Problem.of(409, "conflict", "This does not fit what is there", detail);
	}

	public static Problem tooLarge(String detail) {
		return Problem.of(413, "too-large", "The request is too large", detail);
	}

	public static Problem unsupportedMediaType(String detail) {
		return Problem.of(415, "unsupported-media-type", "This content type is not understood", detail);
	}

	/** The body is well-formed, but these fields are wrong. */
	public static Problem unusable(String detail, List<FieldError> errors) {
		return Problem.of(422, "unusable", "Some fields are wrong", detail).with("errors", errors);
	}

	public static Problem tooManyAttempts(long retryAfterSeconds) {
		return Problem
			.of(429, "too-many-attempts", "Too many attempts",
					"There were too many wrong passwords. Try again in " + retryAfterSeconds + " s.")
			.withHeader("Retry-After", Long.toString(retryAfterSeconds));
	}

	/** A bug of ours: the log has more. */
	public static Problem internal() {
		return Problem.of(500, "internal", "Something went wrong in the server",
				"This is a fault of the server. Its log says more.");
	}

	public static Problem journalUnavailable() {
		return Problem
			.of(503, "journal-unavailable", "The database does not answer",
					"Nothing of this request was confirmed. Send it again shortly; with the same ids it counts once.")
			.withHeader("Retry-After", "1");
	}

	public static Problem busy() {
		return Problem
			.of(503, "busy", "The server has more to do than it can hold",
					"Nothing of this request was taken. Send it again shortly, and more slowly.")
			.withHeader("Retry-After", "1");
	}

	/**
	 * What is wrong with a field.
	 *
	 * @param field a path such as {@code windows[3].zone}; empty for the whole
	 */
	public record FieldError(String field, String reason) {
	}

}
