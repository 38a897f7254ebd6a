package io.hallcommand.server.cap;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Instruction;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.emergency.ResponseLevel;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.server.testing.EmergencyStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CapMessagesTest {

	/** Nine o'clock in the hall. */
	private static final Instant BEGIN = Instant.parse("2026-11-20T01:00:00.750Z");

	private static final HallZoneId A = new HallZoneId("A");

	private static final EmergencyAction.End RESOLVED = new EmergencyAction.End(Outcome.RESOLVED, null);

	private final HallPlan hall = hall("Asia/Shanghai");

	private final EmergencyStory story = new EmergencyStory(this.hall, BEGIN);

	static Stream<Arguments> kinds() {
		return Stream.of(EmergencyKind.values())
			.flatMap((kind) -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void everyMessageFromTheDeclarationToTheEndKeepsToTheSchema(EmergencyKind kind, boolean drill) {
		EmergencyId one = this.story.declare(kind, drill, "三号窗口", "B");
		for (EventSeverity severity : EventSeverity.values()) {
			act(one, new EmergencyAction.Grade(severity, Optional.of(WarningLevel.RED),
					Optional.of(ResponseLevel.LEVEL_1), "worse"));
		}
		for (Instruction instruction : Instruction.values()) {
			act(one, new EmergencyAction.Instruct(instruction, List.of(A), List.of("east"), null));
		}
		this.story.end(one, RESOLVED);
		EmergencyId two = this.story.declare(kind, drill, null);
		this.story.end(two, new EmergencyAction.End(Outcome.FALSE_ALARM, "toast"));
		EmergencyId three = this.story.declare(kind, drill, null, "A", "B");
		EmergencyId four = this.story.declare(kind, drill, null, "A");
		act(four, new EmergencyAction.Merge(three, null));
		List<CapMessage> messages = messages();
		assertThat(messages).hasSize(15)
			.allSatisfy((message) -> assertThatCode(() -> xml(message).validate()).as(message.identifier())
				.doesNotThrowAnyException());
		assertThat(messages).allSatisfy((message) -> {
			assertThat(xml(message).texts("status")).containsExactly(drill ? "Exercise" : "Actual");
			assertThat(xml(message).texts("language")).containsExactly("zh-CN", "en-US");
			assertThat(xml(message).texts("headline")).allMatch((text) -> drill == text.matches("(【演练】|DRILL: ).*"));
			assertThat(String.join("", xml(message).texts("note")).contains("演练")).isEqualTo(drill);
		});
		Set<String> identifiers = new LinkedHashSet<>(messages.stream().map(CapMessage::identifier).toList());
		assertThat(identifiers).hasSize(15).allMatch((identifier) -> identifier.matches("[^ ,<&]+"));
	}

	@Test
	void aMessageSaysWhatTheWallSays() {
		EmergencyId fire = this.story.declare(EmergencyKind.FIRE, false, "三号窗口冒烟", "B");
		Xml xml = xml(messages().getFirst());
		assertThat(xml.texts("identifier")).containsExactly("centre." + fire + ".1");
		assertThat(xml.texts("sender")).containsExactly("centre@hall-command");
		assertThat(xml.texts("sent")).containsExactly("2026-11-20T09:00:01+08:00");
		assertThat(xml.texts("msgType")).containsExactly("Alert");
		assertThat(xml.texts("scope")).containsExactly("Public");
		assertThat(xml.texts("references")).isEmpty();
		assertThat(xml.texts("note")).isEmpty();
		assertThat(xml.texts("incidents")).containsExactly(fire.value());
		assertThat(xml.texts("category")).containsExactly("Fire", "Fire");
		assertThat(xml.texts("event")).containsExactly("火警", "Fire");
		assertThat(xml.texts("responseType")).containsOnly("Evacuate");
		assertThat(xml.texts("urgency")).containsOnly("Immediate");
		assertThat(xml.texts("severity")).containsOnly("Moderate");
		assertThat(xml.texts("certainty")).containsOnly("Observed");
		assertThat(xml.texts("senderName")).containsExactly("市政务服务中心", "City Service Centre");
		assertThat(xml.texts("headline")).containsExactly("B 区火警", "Fire in zone B");
		assertThat(xml.texts("description")).first().isEqualTo("三号窗口冒烟；事件级别：较大；响应级别：一级。");
		assertThat(xml.texts("instruction")).containsExactly("请立即撤离；请勿前往B 区；不乘电梯；弯腰捂住口鼻；不回头取物；听从现场引导。",
				"Leave now; Keep away from zone B; No lifts; Stay low, cover mouth; Do not go back; Follow the staff.");
		assertThat(xml.texts("valueName")).startsWith("eventSeverity", "responseLevel");
		assertThat(xml.texts("value")).startsWith("LARGE", "LEVEL_1");
		assertThat(xml.texts("areaDesc")).containsExactly("市政务服务中心", "City Service Centre");
	}

	@Test
	void onlyWhatChangesWhatThePublicIsToldMakesAMessage() {
		EmergencyId fire = this.story.declare(EmergencyKind.FIRE, false, null, "B");
		act(fire, new EmergencyAction.WriteNote("between us"));
		act(fire, new EmergencyAction.Tick("call-119", null));
		act(fire, new EmergencyAction.Grade(EventSeverity.SERIOUS, null, null, "between us"));
		act(fire, new EmergencyAction.Instruct(Instruction.KEEP_AWAY, List.of(A), List.of("east"), "between us"));
		this.story.end(fire, RESOLVED);
		act(fire, new EmergencyAction.Grade(EventSeverity.ORDINARY, null, null, "afterwards"));
		act(fire, new EmergencyAction.File(ReportKind.FINAL, "between us"));
		act(fire, new EmergencyAction.Close(null));
		List<CapMessage> messages = messages();
		assertThat(messages).extracting(CapMessage::type)
			.containsExactly(CapMessage.Type.ALERT, CapMessage.Type.UPDATE, CapMessage.Type.UPDATE,
					CapMessage.Type.CANCEL);
		assertThat(messages)
			.allSatisfy((message) -> assertThat(new String(CapXml.write(message), StandardCharsets.UTF_8))
				.doesNotContain("between us"));
		Xml keepAway = xml(messages.get(2));
		assertThat(keepAway.texts("responseType")).containsOnly("Avoid");
		assertThat(keepAway.texts("severity")).containsOnly("Severe");
		assertThat(keepAway.texts("instruction")).containsExactly("请勿靠近：A 区；请勿使用出口：东门。",
				"Keep away: zone A; Do not use: east gate.");
		assertThat(keepAway.texts("areaDesc")).containsExactly("市政务服务中心，A 区", "City Service Centre, zone A");
		assertThat(keepAway.texts("geocode")).hasSize(2).allMatch((code) -> code.contains("A"));
		Xml over = xml(messages.getLast());
		assertThat(over.texts("responseType")).containsOnly("AllClear");
		assertThat(over.texts("urgency")).containsOnly("Past");
		assertThat(over.texts("headline")).containsExactly("B 区火警：已解除", "Fire in zone B: all clear");
	}

	@Test
	void aMessageNamesAllEarlierOnesOfTheSameEmergency() {
		EmergencyId fire = this.story.declare(EmergencyKind.FIRE, false, null, "B");
		this.story.declare(EmergencyKind.SUDDEN_ILLNESS, false, null, "A");
		act(fire, new EmergencyAction.Grade(EventSeverity.SERIOUS, null, null, "worse"));
		this.story.end(fire, RESOLVED);
		assertThat(messages()).extracting((message) -> String.join("", xml(message).texts("references")))
			.containsExactly("", "", "centre@hall-command,centre." + fire + ".1,2026-11-20T09:00:01+08:00",
					"centre@hall-command,centre." + fire + ".1,2026-11-20T09:00:01+08:00 centre@hall-command,centre."
							+ fire + ".3,2026-11-20T09:00:03+08:00");
	}

	@Test
	void aFalseAlarmIsCalledSo() {
		this.story.end(this.story.declare(EmergencyKind.FIRE, false, null, "B"),
				new EmergencyAction.End(Outcome.FALSE_ALARM, "toast"));
		Xml xml = xml(messages().getLast());
		assertThat(xml.texts("msgType")).containsExactly("Cancel");
		assertThat(xml.texts("note")).containsExactly("误报 False alarm");
		assertThat(xml.texts("certainty")).containsOnly("Unlikely");
	}

	@Test
	void whatWasMergedNamesTheOtherAndGivesNoAllClear() {
		EmergencyId first = this.story.declare(EmergencyKind.FIRE, false, null, "A");
		for (int i = 0; i < 3; i++) {
			// So that the hall forgets the first one as soon as it is merged
			EmergencyId illness = this.story.declare(EmergencyKind.SUDDEN_ILLNESS, false, null, "B");
			this.story.end(illness, RESOLVED);
			act(illness, new EmergencyAction.File(ReportKind.FINAL, "…"));
			act(illness, new EmergencyAction.Close(null));
		}
		EmergencyId second = this.story.declare(EmergencyKind.FIRE, false, null, "B");
		act(first, new EmergencyAction.Merge(second, null));
		Xml xml = xml(messages().getLast());
		assertThat(xml.texts("identifier").getFirst()).startsWith("centre." + first + ".");
		assertThat(xml.texts("msgType")).containsExactly("Cancel");
		assertThat(xml.texts("note")).containsExactly("并入 Merged into " + second);
		assertThat(xml.texts("incidents")).containsExactly(first + " " + second);
		assertThat(xml.texts("responseType")).containsOnly("Monitor");
	}

	@Test
	void anEmergencyWhoseDeclarationIsNoLongerKnownHasNoMessages() {
		EmergencyId fire = this.story.declare(EmergencyKind.FIRE, false, null, "B");
		EmergencyId other = this.story.declare(EmergencyKind.EPIDEMIC, false, null, "B");
		act(fire, new EmergencyAction.Grade(EventSeverity.SERIOUS, null, null, "worse"));
		this.story.end(fire, RESOLVED);
		assertThat(messages(this.story.entries().subList(1, this.story.entries().size())))
			.extracting(CapMessage::identifier)
			.containsExactly("centre." + other + ".2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<&>]]> \"'", "]]>", "烟 😀🔥 烟", "<![CDATA[x]]>", "<!-- -- >", "&amp;&#0;", "a\tb\nc" })
	void textsOfPeopleComeBackAsTheyWere(String text) throws SAXException {
		this.story.declare(EmergencyKind.FIRE, false, text, "B");
		Xml xml = xml(messages().getFirst());
		xml.validate();
		assertThat(xml.texts("description")).allMatch((description) -> description.startsWith(text));
	}

	@Test
	void whatNoXmlCanHoldIsLeftOut() throws SAXException {
		this.story.declare(EmergencyKind.FIRE, false, "a\u0000b\u001bc\ud83dd\uffffe\rf", "B");
		Xml xml = xml(messages().getFirst());
		xml.validate();
		assertThat(xml.texts("description")).allMatch((description) -> description.startsWith("abcdef"));
	}

	@Test
	void utcIsMinusNothing() throws SAXException {
		HallPlan utc = hall("UTC");
		EmergencyStory there = new EmergencyStory(utc, BEGIN);
		there.declare(EmergencyKind.FIRE, true, null);
		CapMessages messages = new CapMessages(utc);
		there.entries().forEach((entry) -> messages.take(entry.version(), entry.time(), event(entry)));
		Xml xml = xml(messages.all().getFirst());
		assertThat(xml.texts("sent")).containsExactly("2026-11-20T01:00:01-00:00");
		xml.validate();
	}

	@Test
	void theSchemaBites() {
		this.story.declare(EmergencyKind.FIRE, false, null, "B");
		String good = new String(CapXml.write(messages().getFirst()), StandardCharsets.UTF_8);
		List<String> broken = new ArrayList<>();
		broken.add(good.replace("<scope>Public</scope>", ""));
		broken.add(good.replace("+08:00</sent>", "Z</sent>"));
		broken.add(good.replace("<category>Fire</category>", "<category>FIRE</category>"));
		broken.add(good.replace("<status>Actual</status>", "<status>Actual</status><status>Actual</status>"));
		broken.add(good.replace(CapXml.NAMESPACE, CapXml.NAMESPACE + "0"));
		broken.add(good.replaceFirst("<urgency>.*?</urgency>", ""));
		assertThat(broken).doesNotContain(good)
			.allSatisfy((text) -> assertThatThrownBy(() -> Xml.read(text.getBytes(StandardCharsets.UTF_8)).validate())
				.isInstanceOf(SAXException.class));
	}

	private void act(EmergencyId emergency, EmergencyAction action) {
		this.story.act(emergency, "zhou.min", action);
	}

	private List<CapMessage> messages() {
		return messages(this.story.entries());
	}

	private List<CapMessage> messages(List<JournalEntry> entries) {
		CapMessages messages = new CapMessages(this.hall);
		entries.forEach((entry) -> messages.take(entry.version(), entry.time(), event(entry)));
		return messages.all();
	}

	private static EmergencyEvent event(JournalEntry entry) {
		assertThat(entry.event()).isInstanceOf(HallEvent.EmergencyMoved.class);
		return ((HallEvent.EmergencyMoved) entry.event()).event();
	}

	private static Xml xml(CapMessage message) {
		return Xml.read(CapXml.write(message));
	}

	private static HallPlan hall(String timeZone) {
		return new HallPlan(new HallId("centre"), new Label("市政务服务中心", "City Service Centre"), HallLevel.CITY, null,
				ZoneId.of(timeZone), HallClock.LIVE, null,
				List.of(new HallPlan.Zone(A, new Label("A 区", "zone A")),
						new HallPlan.Zone(new HallZoneId("B"), new Label("B 区", "zone B"))),
				List.of(), List.of(), List.of(new HallPlan.Exit("east", new Label("东门", "east gate"), null)), null);
	}

}
