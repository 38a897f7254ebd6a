package io.hallcommand.server.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTest {

	@Test
	void linesSurviveAnyCut() {
		byte[] text = "{\"a\":\"税\"}\r\n\n  \n{\"b\":2}\n[3]\n\"last\"".getBytes(StandardCharsets.UTF_8);
		Random random = new Random(7);
		for (int round = 0; round < 200; round++) {
			List<Intake.Item> items = new ArrayList<>();
			Lines lines = new Lines(100);
			for (int from = 0; from < text.length;) {
				int to = Math.min(text.length, from + 1 + random.nextInt(9));
				items.addAll(next(lines, Arrays.copyOfRange(text, from, to)));
				from = to;
			}
			items.addAll(lines.rest());
			assertThat(items)
				.extracting((item) -> (item instanceof Intake.Parsed parsed) ? parsed.json().toString() : "")
				.containsExactly("{\"a\":\"税\"}", "{\"b\":2}", "[3]", "\"last\"");
		}
	}

	@Test
	void aBrokenOrEndlessLineDoesNotSpoilTheNext() {
		Lines lines = new Lines(20);
		List<Intake.Item> items = new ArrayList<>(next(lines, "{\"a\":\n".getBytes(StandardCharsets.UTF_8)));
		for (int i = 0; i < 1_000; i++) {
			items.addAll(next(lines, "xxxxxxxxxxxxxxxx".getBytes(StandardCharsets.UTF_8)));
		}
		items.addAll(next(lines, "\n7\n".getBytes(StandardCharsets.UTF_8)));
		assertThat(items).hasSize(3);
		assertThat(items.get(0)).isInstanceOf(Intake.Unreadable.class);
		assertThat(items.get(1)).isEqualTo(new Intake.Unreadable("is a line longer than 20 bytes"));
		assertThat(items.get(2)).isInstanceOf(Intake.Parsed.class);
	}

	@Test
	void jsonThatIsNestedTooDeepIsRefusedNotObeyed() {
		byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
		assertThat(Intake.parse(deep, 0, deep.length)).isInstanceOf(Intake.Unreadable.class);
	}

	private static List<Intake.Item> next(Lines lines, byte[] bytes) {
		return lines.next(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
	}

}
