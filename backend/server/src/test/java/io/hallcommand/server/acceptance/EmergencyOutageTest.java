package io.hallcommand.server.acceptance;

import java.nio.file.Path;

import io.hallcommand.server.testing.TestPostgres;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While the database does not answer, officers read on from memory.
 */
class EmergencyOutageTest {

	private final TestPostgres postgres = TestServices.postgres();

	@Test
	void whatRunsIsReadAndDraftedWithoutTheJournal(@TempDir Path data) {
		try (Node node = Node.start(TestServices.newDatabase(), TestServices.redis(), data)) {
			EmergencyHall hall = EmergencyHall.create(node, "outage");
			String fire = hall.declare(hall.admin(), "{\"kind\":\"FIRE\",\"zones\":[\"B\"]}");
			hall.done(hall.admin(), fire, "note", "{\"text\":\"人已到\"}");
			JsonNode whole = hall.whole(fire);
			this.postgres.freeze();
			try {
				JsonNode all = hall.get("/emergencies");
				assertThat(all.required("emergencies").propertyNames()).containsExactly(fire);
				assertThat(all.has("past")).as("that stands in the journal").isFalse();
				assertThat(hall.whole(fire)).isEqualTo(whole);
				assertThat(hall.get("/emergencies/" + fire + "/draft/FIRST").required("text").stringValue())
					.contains("人已到");
			}
			finally {
				this.postgres.thaw();
			}
			assertThat(hall.get("/emergencies").required("past").isEmpty()).isTrue();
		}
	}

}
