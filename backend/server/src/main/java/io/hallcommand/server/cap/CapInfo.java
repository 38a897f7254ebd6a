package io.hallcommand.server.cap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import io.hallcommand.core.emergency.ContingencyPlan;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Language;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.Scene;
import io.hallcommand.core.emergency.Words;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Says in one language how things stand. What officers note among themselves is not told.
 */
final class CapInfo {

	private final HallPlan hall;

	private final Emergency emergency;

	private final Turn turn;

	private final Language language;

	CapInfo(HallPlan hall, Emergency emergency, Turn turn, Language language) {
		this.hall = hall;
		this.emergency = emergency;
		this.turn = turn;
		this.language = language;
	}

	/**
	 * What a message is about.
	 *
	 * @param outcome {@code null} while the emergency runs
	 * @param into the emergency that goes on instead
	 */
	record Turn(@Nullable Outcome outcome, @Nullable EmergencyId into) {

		static final Turn RUNS = new Turn(null, null);

	}

	CapMessage.Info write() {
		Scene scene = this.emergency.scene();
		return new CapMessage.Info((this.language == Language.ZH) ? "zh-CN" : "en-US",
				CapWords.categories(this.emergency.declaration().kind()),
				this.language.of(this.emergency.plan().title()), responseType(), urgency(),
				CapWords.severity(scene.severity()),
				(this.turn.outcome() == Outcome.FALSE_ALARM) ? "Unlikely" : "Observed",
				CapMessage.time(this.emergency.declaration().at().atZone(this.hall.timeZone()).toOffsetDateTime()),
				hallName(), headline(), description(), instruction(), scales(scene), area(scene));
	}

	private String responseType() {
		return switch (this.turn.outcome()) {
			case null -> CapWords.responseType(this.emergency.scene().instruction());
			case RESOLVED, FALSE_ALARM -> "AllClear";
			case MERGED -> "Monitor";
		};
	}

	private String urgency() {
		return switch (this.turn.outcome()) {
			case null -> CapWords.urgency(this.emergency.scene().instruction());
			case RESOLVED, FALSE_ALARM -> "Past";
			case MERGED -> "Unknown";
		};
	}

	private String headline() {
		String headline = this.language.of(this.emergency.headline());
		String end = switch (this.turn.outcome()) {
			case null -> "";
			case RESOLVED -> say("：已解除", ": all clear");
			case FALSE_ALARM -> say("：误报，已解除", ": false alarm, all clear");
			case MERGED -> say("：已并入 " + this.turn.into(), ": merged into " + this.turn.into());
		};
		return (this.emergency.drill() ? say("【演练】", "DRILL: ") : "") + headline + end;
	}

	private String description() {
		Scene scene = this.emergency.scene();
		List<String> parts = new ArrayList<>();
		if (this.emergency.declaration().what() != null) {
			parts.add(this.emergency.declaration().what());
		}
		parts.add(say("事件级别", "Event severity") + say("：", ": ") + this.language.of(Words.of(scene.severity())));
		if (scene.warningLevel() != null) {
			parts.add(say("预警级别：", "warning level: ") + this.language.of(Words.of(scene.warningLevel())));
		}
		if (scene.responseLevel() != null) {
			parts.add(say("响应级别：", "response level: ") + this.language.of(Words.of(scene.responseLevel())));
		}
		return sentence(parts);
	}

	private String instruction() {
		List<String> parts = new ArrayList<>();
		switch (this.turn.outcome()) {
			case null -> told(parts);
			case RESOLVED, FALSE_ALARM -> parts.add(say("警报已解除", "The alert is over"));
			case MERGED -> parts.add(say("请关注事件 " + this.turn.into(), "Follow emergency " + this.turn.into()));
		}
		return sentence(parts);
	}

	/**
	 * The wall's words, unless officers have told people something else than the plan.
	 */
	private void told(List<String> parts) {
		Scene scene = this.emergency.scene();
		ContingencyPlan plan = this.emergency.plan();
		if (scene.instruction() == plan.instruction()) {
			parts.add(this.language.of(plan.wall().action()));
			parts.add(this.language.of(this.emergency.declaration().fill(plan.wall().elsewhere())));
			plan.wall().rules().forEach((rule) -> parts.add(this.language.of(rule)));
		}
		else if (scene.instruction() != Instruction.NONE) {
			parts.add(other(scene));
		}
		if (!scene.closedExits().isEmpty()) {
			parts.add(say("请勿使用出口：", "Do not use: ")
					+ scene.closedExits().stream().map(this::exit).collect(Collectors.joining(say("、", ", "))));
		}
	}

	private String other(Scene scene) {
		String instruction = switch (scene.instruction()) {
			case EVACUATE -> say("请撤离", "Leave");
			case SHELTER -> say("请就地避险", "Take shelter where you are");
			case KEEP_AWAY -> say("请勿靠近", "Keep away");
			case NONE -> "";
		};
		String zones = zones(scene);
		return zones.isEmpty() ? instruction : instruction + say("：", ": ") + zones;
	}

	private static SequencedMap<String, String> scales(Scene scene) {
		SequencedMap<String, String> scales = new LinkedHashMap<>();
		scales.put("eventSeverity", scene.severity().name());
		if (scene.warningLevel() != null) {
			scales.put("warningLevel", scene.warningLevel().name());
		}
		if (scene.responseLevel() != null) {
			scales.put("responseLevel", scene.responseLevel().name());
		}
		return scales;
	}

	private CapMessage.Area area(Scene scene) {
		String zones = zones(scene);
		return new CapMessage.Area(zones.isEmpty() ? hallName() : hallName() + say("，", ", ") + zones,
				scene.affected().stream().map(HallZoneId::value).toList());
	}

	private String zones(Scene scene) {
		return scene.affected().stream().map(this::zone).collect(Collectors.joining(say("、", ", ")));
	}

	private String zone(HallZoneId id) {
		return this.hall.zones()
			.stream()
			.filter((zone) -> zone.id().equals(id))
			.findFirst()
			.map((zone) -> this.language.of(zone.name()))
			.orElse(id.value());
	}

	private String exit(String id) {
		return this.hall.exits()
			.stream()
			.filter((exit) -> exit.id().equals(id))
			.findFirst()
			.map((exit) -> this.language.of(exit.name()))
			.orElse(id);
	}

	private String hallName() {
		return this.language.of(this.hall.name());
	}

	private String sentence(List<String> parts) {
		return parts.isEmpty() ? say("请关注后续消息。", "Wait for further messages.")
				: String.join(say("；", "; "), parts) + say("。", ".");
	}

	private String say(String zh, String en) {
		return (this.language == Language.ZH) ? zh : en;
	}

}
