package io.hallcommand.server.testing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestServicesTest {

	@Test
	void everyDatabaseIsAnother() {
		TestDatabase first = TestServices.newDatabase();
		TestDatabase second = TestServices.newDatabase();
		first.execute("create table here (n int)");
		assertThat(second.number("select count(*) from pg_tables where tablename = 'here'")).isZero();
		assertThat(first.number("select count(*) from pg_tables where tablename = 'here'")).isOne();
	}

}
