package io.hallcommand.benchmark.contestant;

import java.nio.charset.StandardCharsets;

/**
 * The events of the references: lines of JSON with their number, as long as ours are.
 */
final class Seq {

	private final String padding;

	/**
	 * @param bytes how long an event is, about
	 */
	Seq(int bytes) {
		this.padding = "x".repeat(Math.max(0, bytes - 40));
	}

	byte[] body(long first, int events) {
		StringBuilder body = new StringBuilder();
		for (int i = 1; i <= events; i++) {
			body.append("{\"seq\":").append(first + i).append(",\"pad\":\"").append(this.padding).append("\"}\n");
		}
		// One line's end less: for some it would be a part of the event
		return body.substring(0, body.length() - 1).getBytes(StandardCharsets.US_ASCII);
	}

}
