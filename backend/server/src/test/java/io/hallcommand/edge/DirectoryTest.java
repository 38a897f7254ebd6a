package io.hallcommand.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.PlanListener;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Plans by API and from files, on two nodes and over restarts.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {

	private static final String YAML = """
			name: {zh: 税务厅, en: Tax hall}
			zones:
			  - {id: A, name: A}
			queues:
			  - {id: tax, name: Tax}
			windows:
			  - id: "01"
			    zone: A
			    queues: [tax]
			""";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path otherData;

	private final TestDatabase database = TestServices.newDatabase();

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(this.database, data);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void theDemoHallIsThere() {
		HallPlan plan = plan(this.server, "civic-centre");
		assertThat(plan.windows()).hasSize(28);
		assertThat(plan.zones()).hasSize(4);
		assertThat(plan.queues()).hasSize(8);
		assertThat(plan.parent()).isEqualTo(new HallId("demo-province"));
	}

	@Test
	void aPlanGoesInAndComesOutAsYamlAndJson() {
		put("tax-hall", "application/yaml", YAML).expectStatus()
			.isCreated()
			.expectBody()
			.json("{\"hall\":\"tax-hall\",\"version\":1}");
		put("tax-hall", "application/yaml", YAML.replace("Tax hall", "Hall of tax")).expectStatus()
			.isOk()
			.expectBody()
			.json("{\"hall\":\"tax-hall\",\"version\":2}");
		assertThat(this.server.bean(FakeHalls.class).planned).contains("tax-hall by first admin token");
		String yaml = get("application/yaml").expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(yaml).isNotNull().contains("Hall of tax").contains("id: \"01\"");
		get("application/json").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.windows[0].id")
			.isEqualTo("01")
			.jsonPath("$.name.en")
			.isEqualTo("Hall of tax");
		put("tax-hall", "application/yaml", Objects.requireNonNull(yaml)).expectStatus().isOk();
	}

	private WebTestClient.ResponseSpec get(String type) {
		return this.server.admin().get().uri("/api/halls/tax-hall/plan").header("Accept", type).exchange();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = {
			"wrong-1 | application/json | {\"name\":\"x\",\"parent\":\"nowhere\"} | 422 | parent",
			"demo-province | application/json | {\"name\":\"x\",\"parent\":\"civic-centre\"} | 422 | parent",
			"wrong-2 | application/json | {\"name\":\"x\",\"parent\":\"wrong-2\"} | 422 | parent",
			"wrong-3 | application/json | {\"name\":\"x\",\"windows\":[{\"id\":\"1\",\"zone\":\"B\"}]} | 422 | windows[0].zone",
			"wrong-4 | application/json | {} | 422 | name",
			"wrong 5 | application/json | {\"name\":\"x\"} | 422 | hall",
			"wrong-6 | application/json | {\"name\": | 400 | -", "wrong-7 | application/yaml | 'name: [' | 400 | -",
			"wrong-8 | application/json | {\"hall\":\"other\",\"name\":\"x\"} | 422 | hall",
			"wrong-9 | text/plain | x | 415 | -" })
	void aPlanThatDoesNotFitIsRefusedWithTheReason(String hall, String type, String plan, int status, String field) {
		WebTestClient.BodyContentSpec body = put(hall, type, plan).expectStatus().isEqualTo(status).expectBody();
		body.jsonPath("$.type").exists().jsonPath("$.detail").isNotEmpty();
		if (field != null) {
			body.jsonPath("$.errors[0].field").isEqualTo(field).jsonPath("$.errors[0].reason").isNotEmpty();
		}
		assertThat(this.server.bean(Directory.class).plan(new HallId(hall)).map(HallPlan::parent))
			.isNotEqualTo(java.util.Optional.of(new HallId("civic-centre")));
	}

	@Test
	void aPlanOverTwoMegabytesIsRefused() {
		put("too-large", "application/json", "{\"name\":\"" + "x".repeat(2 << 20) + "\"}").expectStatus()
			.isEqualTo(413)
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("/problems/too-large");
	}

	@Test
	void whileTheJournalIsGoneNothingChanges() {
		this.server.bean(FakeHalls.class).failure = new JournalUnavailableException("gone", null);
		try {
			put("not-now", "application/json", EdgeServer.plan("not-now", null)).expectStatus()
				.isEqualTo(503)
				.expectHeader()
				.valueEquals("Retry-After", "1")
				.expectBody()
				.jsonPath("$.type")
				.isEqualTo("/problems/journal-unavailable");
			assertThat(this.server.bean(Directory.class).exists(new HallId("not-now"))).isFalse();
		}
		finally {
			this.server.bean(FakeHalls.class).failure = null;
		}
	}

	@Test
	void anotherNodeSeesAPlanWithinSecondsAndARestartAtOnce() {
		try (EdgeServer other = EdgeServer.start(this.database, this.otherData)) {
			HallId hall = new HallId("new-on-one");
			this.server.makeHall(hall.value(), "civic-centre");
			await().until(() -> other.bean(Directory.class).exists(hall));
			assertThat(other.bean(Directory.class).isWithin(hall, new HallId("demo-province"))).isTrue();
		}
		try (EdgeServer again = EdgeServer.start(this.database, this.otherData)) {
			assertThat(again.bean(Directory.class).exists(new HallId("new-on-one"))).isTrue();
		}
	}

	@Test
	void anOldPlanNeverReplacesANewerOne() {
		PlanListener listener = this.server.bean(PlanListener.class);
		HallPlan plan = plan(this.server, "demo-province");
		HallPlan renamed = new HallPlan(new HallId("renamed"), new io.hallcommand.core.place.Label("新", "new"),
				plan.level(), null, plan.timeZone(), plan.clock(), null, List.of(), List.of(), List.of());
		HallPlan old = new HallPlan(new HallId("renamed"), new io.hallcommand.core.place.Label("旧", "old"),
				plan.level(), null, plan.timeZone(), plan.clock(), null, List.of(), List.of(), List.of());
		listener.planned(renamed, 7);
		listener.planned(old, 3);
		assertThat(plan(this.server, "renamed")).isEqualTo(renamed);
		await().until(() -> this.database
			.number("select count(*) from hall_plan where hall = 'renamed' and version = 7") == 1);
	}

	@Test
	void aChangeWhoseNodeDiedIsFinishedFromTheJournal() {
		this.database
			.execute("insert into hall_plan_intent (hall, made_at) values ('left-over', now() - interval '5 minutes')");
		try (EdgeServer other = EdgeServer.start(this.database, this.otherData, "left.over=true")) {
			await().until(
					() -> this.database.number("select count(*) from hall_plan_intent where hall = 'left-over'") == 0);
			assertThat(other.bean(Directory.class).exists(new HallId("left-over"))).isTrue();
		}
	}

	@Test
	void filesAreTakenOnceAndAgainOnlyWhenTheyChange() throws IOException {
		Path folder = Files.createDirectories(this.otherData.resolve("halls"));
		Files.writeString(folder.resolve("a-child.yaml"), "hall: file-child\nname: Child\nparent: file-parent\n");
		Files.writeString(folder.resolve("b-parent.yaml"), "hall: file-parent\nname: Parent\n");
		Files.writeString(folder.resolve("broken.yaml"), "hall: broken\nname: x\nwindows:\n  - id: w\n    zone: B\n");
		Files.writeString(folder.resolve("worse.yaml"), "hall: [\n");
		Files.writeString(folder.resolve("orphan.yaml"), "hall: orphan\nname: Orphan\nparent: nobody\n");
		try (EdgeServer first = EdgeServer.start(this.database, this.otherData)) {
			assertThat(plan(first, "file-child").parent()).isEqualTo(new HallId("file-parent"));
			assertThat(first.bean(Directory.class).exists(new HallId("broken"))).isFalse();
			assertThat(first.bean(Directory.class).exists(new HallId("orphan"))).isFalse();
			first.bean(PlanListener.class).planned(renamed(plan(first, "file-parent"), "By API"), 5);
			first.bean(PlanListener.class).planned(renamed(plan(first, "file-child"), "By API"), 5);
			await().until(() -> this.database.number("select count(*) from hall_plan where version = 5") == 2);
		}
		Files.writeString(folder.resolve("b-parent.yaml"), "hall: file-parent\nname: By file\n");
		try (EdgeServer second = EdgeServer.start(this.database, this.otherData)) {
			assertThat(plan(second, "file-child").name().en()).isEqualTo("By API");
			assertThat(second.bean(FakeHalls.class).planned).containsExactly("file-parent by file b-parent.yaml");
		}
	}

	private static HallPlan renamed(HallPlan plan, String name) {
		return new HallPlan(plan.hall(), new io.hallcommand.core.place.Label(name, name), plan.level(), plan.parent(),
				plan.timeZone(), plan.clock(), plan.capacity(), plan.zones(), plan.queues(), plan.windows());
	}

	private static HallPlan plan(EdgeServer server, String hall) {
		return server.bean(Directory.class).plan(new HallId(hall)).orElseThrow();
	}

	private WebTestClient.ResponseSpec put(String hall, String type, String plan) {
		return this.server.admin()
			.put()
			.uri("/api/halls/{hall}/plan", hall)
			.header("Content-Type", type)
			.bodyValue(plan)
			.exchange();
	}

}
