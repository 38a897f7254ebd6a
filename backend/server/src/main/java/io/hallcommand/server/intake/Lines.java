package io.hallcommand.server.intake;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Cuts a stream of bytes into lines of JSON. A line that is too long is passed over to
 * its end and reported; the lines after it go on.
 */
final class Lines {

	private final int maxLine;

	private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

	private boolean tooLong;

	Lines(int maxLine) {
		this.maxLine = maxLine;
	}

	/** Takes over the buffer and returns the lines that end in it. */
	List<Intake.Item> next(DataBuffer buffer) {
		byte[] bytes = Body.bytes(buffer);
		List<Intake.Item> items = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < bytes.length; i++) {
			if (bytes[i] == '\n') {
				append(bytes, start, i - start);
				end(items);
				start = i + 1;
			}
		}
		append(bytes, start, bytes.length - start);
		return items;
	}

	/** What stands after the last line break. */
	List<Intake.Item> rest() {
		List<Intake.Item> items = new ArrayList<>(1);
		end(items);
		return items;
	}

	private void append(byte[] bytes, int from, int length) {
		if (this.line.size() + length > this.maxLine) {
			this.tooLong = true;
			this.line.reset();
		}
		if (!this.tooLong) {
			this.line.write(bytes, from, length);
		}
	}

	private void end(List<Intake.Item> items) {
		if (this.tooLong) {
			items.add(new Intake.Unreadable("is a line longer than " + this.maxLine + " bytes"));
		}
		else {
			byte[] text = this.line.toByteArray();
			if (!blank(text)) {
				items.add(Intake.parse(text, 0, text.length));
			}
		}
		this.line.reset();
		this.tooLong = false;
	}

	private static boolean blank(byte[] text) {
		for (byte b : text) {
			if (b != ' ' && b != '\t' && b != '\r') {
				return false;
			}
		}
		return true;
	}

}
