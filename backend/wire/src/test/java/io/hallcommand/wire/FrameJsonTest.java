package io.hallcommand.wire;

import java.io.ByteArrayOutputStream;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.OpeningHours;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPatch;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class FrameJsonTest {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void patchesLeadFromAnyVersionToTheViewExactly(long seed) {
		RandomHall random = new RandomHall(seed);
		Random chance = new Random(seed);
		random.step();
		random.hall.takeFrame();
		JsonNode screen = json(random.hall.view());
		List<JsonNode> late = new ArrayList<>();
		int patches = 0;
		int alerts = 0;
		int emergencies = 0;
		int calls = 0;
		int usual = 0;
		int ratings = 0;
		for (int i = 0; i < 1_500; i++) {
			random.step();
			if (chance.nextInt(4) == 0) {
				// Somebody who joins between two frames is ahead of the next frame's
				// beginning
				late.add(json(random.hall.view()));
			}
			if (chance.nextInt(3) == 0) {
				HallFrame frame = random.hall.takeFrame();
				JsonNode view = json(random.hall.view());
				if (frame != null) {
					patches += (frame instanceof HallPatch) ? 1 : 0;
					alerts += (frame instanceof HallPatch patch && json(patch).has("alerts")) ? 1 : 0;
					emergencies += (frame instanceof HallPatch patch && json(patch).has("emergencies")) ? 1 : 0;
					calls += (frame instanceof HallPatch patch && json(patch).findValue("times") != null) ? 1 : 0;
					screen = apply(screen, frame);
					late.replaceAll((joined) -> apply(joined, frame));
				}
				usual += view.at("/today/usual/days").intValue(0);
				ratings += view.at("/today/ratings/count").intValue(0);
				assertThat(screen).isEqualTo(view);
				assertThat(late).allSatisfy((joined) -> assertThat(joined).isEqualTo(view));
				late.clear();
			}
		}
		assertThat(patches).isGreaterThan(300);
		assertThat(alerts).as("patches with alerts").isGreaterThan(100);
		assertThat(emergencies).as("patches with emergencies").isGreaterThan(30);
		assertThat(calls).as("patches with calls").isGreaterThan(10);
		assertThat(usual).as("views of a day that has a usual one").isPositive();
		assertThat(ratings).as("views with ratings").isPositive();
	}

	@ParameterizedTest
	@ValueSource(longs = { 11, 12, 13 })
	void snapshotsAndJournalLinesSurviveTheirJson(long seed) {
		RandomHall random = new RandomHall(seed);
		Hall follower = Hall.empty(new HallId("h"));
		for (int i = 0; i < 800; i++) {
			for (JournalEntry entry : random.step()) {
				JournalEntry read = EntryJson.read(HallJson.mapper().readTree(EntryJson.write(entry).toString()));
				assertThat(read).isEqualTo(entry);
				EventJson.Stored stored = EventJson.write(entry.event());
				assertThat(EventJson.read(stored.type(), stored.data())).isEqualTo(entry.event());
				follower.apply(read);
			}
			if (i % 100 == 0) {
				follower = Hall.restore(SnapshotJson.read(SnapshotJson.write(follower.snapshot())));
			}
		}
		assertThat(follower.snapshot()).isEqualTo(random.hall.snapshot());
		assertThat(json(follower.view())).isEqualTo(json(random.hall.view()));
	}

	@Test
	void aViewSaysWhatTheWallDraws() {
		RandomHall random = new RandomHall(1);
		random.step();
		JsonNode view = json(random.hall.view());
		assertThat(view.at("/queues/tax/name/zh").stringValue()).isEqualTo("税务");
		assertThat(view.at("/queues/tax/waitLimitSeconds").intValue()).isEqualTo(1800);
		assertThat(view.at("/windows/2/kind").stringValue()).isEqualTo("TIDAL");
		assertThat(view.at("/windows/1/status").stringValue()).isEqualTo("CLOSED");
		assertThat(view.at("/windows/1/position/y").intValue()).isEqualTo(2);
		assertThat(view.at("/at").stringValue()).endsWith("+08:00");
		assertThat(view.at("/queues/tax/longestWaitSince").isMissingNode()).isTrue();
	}

	@Test
	void aViewSaysWhenTheHallIsOpenUnlessItAlwaysIs() {
		RandomHall random = new RandomHall(1);
		random.step();
		Hall hall = random.hall;
		assertThat(json(hall.view()).has("hours")).isFalse();
		hall.takeFrame();
		OpeningHours hours = new OpeningHours(List.of(
				new OpeningHours.Span(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0),
						LocalTime.of(17, 0)),
				new OpeningHours.Span(List.of(DayOfWeek.SUNDAY), LocalTime.of(13, 30), LocalTime.MIDNIGHT)));
		hall.rules(new AlertPolicy(hours, hall.rules().rules()), "test", new EventKey(EventKey.HALL, "r"),
				hall.view().at());
		HallFrame frame = hall.takeFrame();
		assertThat(frame).as("a patch could not say it").isInstanceOf(HallView.class);
		assertThat(json(hall.view()).required("hours").toString())
			.isEqualTo("[{\"days\":[\"MONDAY\",\"FRIDAY\"],\"from\":\"09:00\",\"until\":\"17:00\"},"
					+ "{\"days\":[\"SUNDAY\"],\"from\":\"13:30\",\"until\":\"00:00\"}]");
	}

	private static JsonNode apply(JsonNode screen, HallFrame frame) {
		return switch (frame) {
			case HallView view -> json(view);
			case HallPatch patch -> MergePatch.apply(screen, json(patch));
		};
	}

	private static JsonNode json(HallFrame frame) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		FrameJson.write(frame, out);
		return HallJson.mapper().readTree(out.toByteArray());
	}

}
