package io.hallcommand.sim.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads an event stream as it comes in. Only as much of a line is kept as is wanted.
 */
final class SseParser {

	private static final int HEAD = 120;

	private final boolean keepData;

	private final Sink sink;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream();

	private final ByteArrayOutputStream data = new ByteArrayOutputStream();

	private String event = "message";

	private String id = "";

	private boolean afterReturn;

	/**
	 * Takes what was read.
	 */
	interface Sink {

		/**
		 * @param id empty if the frame has none
		 * @param data empty unless it is kept
		 */
		void frame(String event, String id, byte[] data);

	}

	SseParser(boolean keepData, Sink sink) {
		this.keepData = keepData;
		this.sink = sink;
	}

	void read(byte[] bytes) {
		for (byte each : bytes) {
			if (each == '\n' && this.afterReturn) {
				this.afterReturn = false;
			}
			else if (each == '\n' || each == '\r') {
				this.afterReturn = each == '\r';
				line();
			}
			else {
				this.afterReturn = false;
				if (this.keepData || this.line.size() < HEAD) {
					this.line.write(each);
				}
			}
		}
	}

	private void line() {
		if (this.line.size() == 0) {
			if (!this.event.equals("message")) {
				this.sink.frame(this.event, this.id, this.data.toByteArray());
			}
			this.event = "message";
			this.id = "";
			this.data.reset();
			return;
		}
		byte[] bytes = this.line.toByteArray();
		this.line.reset();
		int length = Math.min(bytes.length, HEAD);
		String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
		if (head.startsWith("event:")) {
			this.event = head.substring(6).strip();
		}
		else if (head.startsWith("id:")) {
			this.id = head.substring(3).strip();
		}
		else if (head.startsWith("data:") && this.keepData) {
			this.data.write(bytes, 5, bytes.length - 5);
		}
	}

}
