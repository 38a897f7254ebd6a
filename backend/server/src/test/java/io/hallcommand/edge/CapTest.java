package io.hallcommand.edge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.WarningLevel;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.testing.EmergencyStory;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The feed of messages over HTTP.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapTest {

	@SuppressWarnings("NullAway.Init")
	private EdgeServer server;

	@BeforeAll
	void start(@TempDir Path data) {
		this.server = EdgeServer.start(TestServices.newDatabase(), data);
	}

	@AfterAll
	void stop() {
		this.server.close();
	}

	@Test
	void theFeedLeadsToEveryMessageTheNewestFirst() {
		EmergencyStory story = story("feed");
		EmergencyId fire = story.declare(EmergencyKind.FIRE, false, "<smoke> & 😀");
		grade(story, fire);
		tell("feed", story);
		EntityExchangeResult<byte[]> feed = get("/api/halls/feed/emergencies/cap").expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/atom+xml")
			.expectHeader()
			.valueEquals("Cache-Control", "no-cache, private")
			.expectBody()
			.returnResult();
		String text = text(feed);
		String newest = "/api/halls/feed/emergencies/cap/feed." + fire + ".2";
		String oldest = "/api/halls/feed/emergencies/cap/feed." + fire + ".1";
		assertThat(text).containsSubsequence("<title>feed</title>",
				"rel=\"self\" type=\"application/atom+xml\" href=\"/api/halls/feed/emergencies/cap\"", "<entry>",
				"<category term=\"Update\"",
				"<link rel=\"alternate\" type=\"application/cap+xml\" href=\"" + newest + "\"", "<entry>",
				"<category term=\"Alert\"",
				"<link rel=\"alternate\" type=\"application/cap+xml\" href=\"" + oldest + "\"");
		EntityExchangeResult<byte[]> message = get(newest).expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/cap+xml")
			.expectBody()
			.returnResult();
		assertThat(text(message)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
			.contains("<identifier>feed." + fire + ".2</identifier>", "<msgType>Update</msgType>",
					"&lt;smoke&gt; &amp; 😀");
	}

	@Test
	void whoHasTheNewestIsToldSo() {
		EmergencyStory story = story("tag");
		EmergencyId fire = story.declare(EmergencyKind.FIRE, true, null);
		tell("tag", story);
		String tag = Objects.requireNonNull(get("/api/halls/tag/emergencies/cap").expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders()
			.getETag());
		known("tag", tag).expectStatus()
			.isNotModified()
			.expectHeader()
			.valueEquals("ETag", tag)
			.expectHeader()
			.valueEquals("Cache-Control", "no-cache, private")
			.expectBody()
			.isEmpty();
		grade(story, fire);
		tell("tag", story);
		known("tag", tag).expectStatus().isOk();
	}

	@Test
	void aFeedHasTwoHundredAtMost() {
		EmergencyStory story = story("long");
		EmergencyId fire = story.declare(EmergencyKind.FIRE, false, null);
		for (int i = 0; i < 250; i++) {
			grade(story, fire);
		}
		tell("long", story);
		String text = text(get("/api/halls/long/emergencies/cap").expectBody().returnResult());
		assertThat(text.split("<entry>", -1)).hasSize(201);
		assertThat(text).contains("long." + fire + ".251<").doesNotContain("long." + fire + ".51<");
	}

	@Test
	void aHallWithoutEmergenciesHasAnEmptyFeed() {
		this.server.makeHall("quiet", null);
		assertThat(text(get("/api/halls/quiet/emergencies/cap").expectStatus().isOk().expectBody().returnResult()))
			.contains("<id>urn:hall-command:quiet:cap</id>", "<updated>1970-01-01T00:00:00Z</updated>")
			.doesNotContain("<entry>");
	}

	@Test
	void whatIsNotThereIsAProblem() {
		EmergencyStory story = story("none");
		EmergencyId fire = story.declare(EmergencyKind.FIRE, false, null);
		tell("none", story);
		for (String path : List.of("none/emergencies/cap/none." + fire + ".2", "none/emergencies/cap/x",
				"none/emergencies/cap/none.", "none/emergencies/cap/none.1", "nowhere/emergencies/cap",
				"nowhere/emergencies/cap/x")) {
			get("/api/halls/" + path).expectStatus()
				.isNotFound()
				.expectHeader()
				.contentType("application/problem+json");
		}
	}

	@Test
	void whoMayLookAtTheHallMayReadIt() {
		this.server.makeHall("mine", null);
		this.server.makeHall("other", null);
		WebTestClient wall = this.server.client(this.server.token(Role.WALL, "mine"));
		wall.get().uri("/api/halls/mine/emergencies/cap").exchange().expectStatus().isOk();
		wall.get().uri("/api/halls/other/emergencies/cap").exchange().expectStatus().isForbidden();
		this.server.client().get().uri("/api/halls/mine/emergencies/cap").exchange().expectStatus().isUnauthorized();
	}

	private EmergencyStory story(String hall) {
		this.server.makeHall(hall, null);
		HallPlan plan = this.server.bean(Directory.class).plan(new HallId(hall)).orElseThrow();
		return new EmergencyStory(plan, Instant.parse("2026-11-20T01:00:00Z"));
	}

	private void tell(String hall, EmergencyStory story) {
		this.server.bean(FakeJournal.class).entries.put(new HallId(hall), story.entries());
	}

	private static void grade(EmergencyStory story, EmergencyId emergency) {
		story.act(emergency, "zhou.min",
				new EmergencyAction.Grade(EventSeverity.SERIOUS, Optional.of(WarningLevel.RED), null, "worse"));
	}

	private WebTestClient.ResponseSpec get(String path) {
		return this.server.admin().get().uri(path).exchange();
	}

	private WebTestClient.ResponseSpec known(String hall, String tag) {
		return this.server.admin()
			.get()
			.uri("/api/halls/" + hall + "/emergencies/cap")
			.header("If-None-Match", tag)
			.exchange();
	}

	private static String text(EntityExchangeResult<byte[]> result) {
		return new String(Objects.requireNonNull(result.getResponseBodyContent()), StandardCharsets.UTF_8);
	}

}
