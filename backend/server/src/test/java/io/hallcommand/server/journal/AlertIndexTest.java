package io.hallcommand.server.journal;

import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A journal that was begun before there were alerts and emergencies.
 */
class AlertIndexTest {

	@Test
	void daysThatWereThereGetTheIndexesThatNewOnesHave() {
		TestDatabase database = TestServices.newDatabase();
		Flyway.configure()
			.dataSource(database.jdbcUrl(), database.user(), database.password())
			.target("22")
			.load()
			.migrate();
		database.execute("select journal_day('2026-11-18'), journal_day('2026-11-19')");
		assertThat(indexes(database, "20261118")).isEqualTo(3);
		database.migrated();
		database.execute("select journal_day('2026-11-19'), journal_day('2026-11-20')");
		assertThat(indexes(database, "20261118")).isEqualTo(7);
		assertThat(indexes(database, "20261119")).isEqualTo(7);
		assertThat(indexes(database, "20261120")).isEqualTo(7);
	}

	private static long indexes(TestDatabase database, String day) {
		return database.number("select count(*) from pg_indexes where tablename = 'journal_" + day + "'");
	}

}
