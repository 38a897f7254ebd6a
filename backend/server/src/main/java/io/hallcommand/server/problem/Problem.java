package io.hallcommand.server.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

import io.hallcommand.wire.HallJson;

/**
 * A problem detail by RFC 9457.
 *
 * @param status an HTTP status
 * @param type a stable relative URI such as {@code /problems/no-such-hall}
 * @param title the kind of problem, always the same for a type
 * @param detail what is wrong this time, and what to do
 * @param more further members, in their order
 * @param headers what an HTTP answer says beside it, such as {@code Retry-After}
 */
public record Problem(int status, String type, String title, String detail, SequencedMap<String, Object> more,
		SequencedMap<String, String> headers) {

	/** The media type of {@link #json()}. */
	public static final String MEDIA_TYPE = "application/problem+json";

	/**
	 * A problem.
	 * @param kind the last part of the type, such as {@code no-such-hall}
	 */
	public static Problem of(int status, String kind, String title, String detail) {
		return new Problem(status, "/problems/" + kind, title, detail, new LinkedHashMap<>(), new LinkedHashMap<>());
	}

	/**
	 * The same with one more member.
	 */
	public Problem with(String member, Object value) {
		SequencedMap<String, Object> members = new LinkedHashMap<>(this.more);
		members.put(member, value);
		return new Problem(this.status, this.type, this.title, this.detail, members, this.headers);
	}

	/**
	 * The same with one more header.
	 */
	public Problem withHeader(String name, String value) {
		SequencedMap<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(name, value);
		return new Problem(this.status, this.type, this.title, this.detail, this.more, all);
	}

	/**
	 * Its members, for JSON.
	 */
	public SequencedMap<String, Object> members() {
		SequencedMap<String, Object> members = new LinkedHashMap<>();
		members.put("type", this.type);
		members.put("title", this.title);
		members.put("status", this.status);
		members.put("detail", this.detail);
		members.putAll(this.more);
		return members;
	}

	/**
	 * As JSON: the body of an HTTP answer, or the message of an RSocket error.
	 */
	public String json() {
		Map<String, Object> members = members();
		return HallJson.mapper().writeValueAsString(members);
	}

	public ProblemException exception() {
		return new ProblemException(this);
	}

}
