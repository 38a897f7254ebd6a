package io.hallcommand.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

import io.hallcommand.server.access.Credentials;
import io.hallcommand.server.access.FirstCredentials;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.hallcommand.wire.HallJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What stands in credentials.json works after every start, whatever happened in between.
 */
class CredentialsTest {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path data;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path otherData;

	@Test
	void theFileIsPrivateAndWorksAgainAndInAFreshDatabase() throws IOException {
		TestDatabase database = TestServices.newDatabase();
		Credentials first;
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			assertThat(server.bean(FirstCredentials.class).changed()).isTrue();
			first = server.credentials();
			assertThat(file(this.data)).isEqualTo(first);
			assertThat(
					PosixFilePermissions.toString(Files.getPosixFilePermissions(this.data.resolve("credentials.json"))))
				.isEqualTo("rw-------");
			works(server, first);
		}
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			assertThat(server.bean(FirstCredentials.class).changed()).isFalse();
			assertThat(server.credentials()).isEqualTo(first);
			works(server, first);
		}
		try (EdgeServer server = EdgeServer.start(TestServices.newDatabase(), this.data)) {
			assertThat(server.credentials()).isEqualTo(first);
			works(server, first);
		}
	}

	@Test
	void twoNodesWithTheirOwnFilesBothWork() throws IOException {
		TestDatabase database = TestServices.newDatabase();
		try (EdgeServer one = EdgeServer.start(database, this.data);
				EdgeServer two = EdgeServer.start(database, this.otherData)) {
			assertThat(file(this.otherData).adminUser()).isNotEqualTo(file(this.data).adminUser());
			works(two, file(this.data));
			works(one, file(this.otherData));
		}
	}

	@Test
	void whatWasRevokedStaysSoAndTheFileGetsAnother() throws IOException {
		TestDatabase database = TestServices.newDatabase();
		Credentials first;
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			first = server.credentials();
		}
		database.execute("update access_token set over_at = now() where role = 'WALL'");
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			Credentials second = server.credentials();
			assertThat(second.wallToken()).isNotEqualTo(first.wallToken());
			assertThat(second.adminToken()).isEqualTo(first.adminToken());
			assertThat(file(this.data)).isEqualTo(second);
			works(server, second);
			server.client(first.wallToken())
				.get()
				.uri("/api/halls/civic-centre")
				.exchange()
				.expectStatus()
				.isUnauthorized();
		}
	}

	@Test
	void aFileOfBeforeBoardsHadTokensGetsOneAndKeepsTheRest() throws IOException {
		TestDatabase database = TestServices.newDatabase();
		Path path = this.data.resolve("credentials.json");
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			assertThat(server.credentials().boardToken()).startsWith("hb_");
		}
		ObjectNode before = HallJson.mapper().readTree(Files.readAllBytes(path)).asObject();
		before.remove("boardToken");
		Files.writeString(path, before.toString());
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			ObjectNode after = HallJson.mapper().readTree(Files.readAllBytes(path)).asObject();
			assertThat(after.required("boardToken").stringValue()).startsWith("hb_");
			works(server, file(this.data));
			assertThat(server.bean(FirstCredentials.class).changed()).isTrue();
			after.remove("boardToken");
			assertThat(after).isEqualTo(before);
		}
		assertThat(this.data.resolve("credentials.json.broken")).doesNotExist();
		Credentials kept = file(this.data);
		try (EdgeServer server = EdgeServer.start(database, this.data)) {
			assertThat(server.credentials()).isEqualTo(kept);
		}
	}

	@Test
	void aBrokenFileIsPutAside() throws IOException {
		Files.writeString(this.data.resolve("credentials.json"), "{\"adminUser\":");
		try (EdgeServer server = EdgeServer.start(TestServices.newDatabase(), this.data)) {
			works(server, file(this.data));
			assertThat(this.data.resolve("credentials.json.broken")).exists();
		}
	}

	private static Credentials file(Path data) throws IOException {
		return HallJson.mapper().readValue(Files.readAllBytes(data.resolve("credentials.json")), Credentials.class);
	}

	private static void works(EdgeServer server, Credentials credentials) {
		server.client()
			.post()
			.uri("/api/login")
			.bodyValue(Map.of("user", credentials.adminUser(), "password", credentials.adminPassword()))
			.exchange()
			.expectStatus()
			.isOk();
		server.client(credentials.adminToken()).get().uri("/api/tokens").exchange().expectStatus().isOk();
		server.client(credentials.wallToken()).get().uri("/api/halls/civic-centre").exchange().expectStatus().isOk();
		server.client(credentials.boardToken())
			.get()
			.uri("/api/halls/civic-centre/public")
			.exchange()
			.expectStatus()
			.isOk();
		server.client(credentials.boardToken())
			.get()
			.uri("/api/halls/civic-centre")
			.exchange()
			.expectStatus()
			.isForbidden();
		server.client(credentials.deviceToken())
			.post()
			.uri("/api/halls/civic-centre/events")
			.header("Content-Type", "application/json")
			.bodyValue("{}")
			.exchange()
			.expectStatus()
			.isOk();
	}

}
