package io.hallcommand.server.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.server.testing.TestDatabase;
import io.hallcommand.server.testing.TestServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresJournalTest extends JournalContract {

	private static TestDatabase database = new TestDatabase("", 0, "", "", "");

	private final List<Database> opened = new ArrayList<>();

	private final PostgresJournal journal = open(Duration.ZERO, LIMIT);

	private final PostgresJournal anotherNode = open(Duration.ZERO, LIMIT);

	@BeforeAll
	static void migrate() {
		database = TestServices.newDatabase().migrated();
	}

	@AfterEach
	void close() {
		this.opened.forEach(Database::close);
	}

	/**
	 * Opens the journal.
	 * @param ahead how much later it is for it than it is
	 */
	private PostgresJournal open(Duration ahead, Duration timeout) {
		Database readers = connect("test-read", timeout);
		return new PostgresJournal(connect("test-append", timeout), readers, new DatabaseClock(readers, ahead),
				new SimpleMeterRegistry());
	}

	private Database connect(String name, Duration timeout) {
		Database connections = new Database(ConnectionFactoryOptions.parse(database.r2dbcUrl()), name, 2, timeout);
		this.opened.add(connections);
		return connections;
	}

	@Override
	Journal journal() {
		return this.journal;
	}

	@Override
	Journal anotherNode() {
		return this.anotherNode;
	}

	@Test
	void keysOfYesterdayAreKnownThoseOfTheDayBeforeAreForgotten() {
		outcome(append(this.hall, 0, entry(1, "a")));
		PostgresJournal nextDay = open(Duration.ofDays(1), LIMIT);
		PostgresJournal dayAfter = open(Duration.ofDays(2), LIMIT);
		assertThat(get(nextDay.append(List.of(append(this.hall, 1, entry(2, "a"))))))
			.containsExactly(new Journal.Duplicates(List.of(new EventKey("kiosk-1", "a"))));
		assertThat(get(dayAfter.append(List.of(append(this.hall, 1, entry(2, "a"))))))
			.containsExactly(new Journal.Committed());
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
	}

	@Test
	void aNodeWhoseDayIsBehindKeepsTheOrderOfDays() {
		PostgresJournal nextDay = open(Duration.ofDays(1), LIMIT);
		get(nextDay.append(List.of(append(this.hall, 0, entry(1, "a")))));
		assertThat(outcome(append(this.hall, 1, entry(2, "a"))))
			.isEqualTo(new Journal.Duplicates(List.of(new EventKey("kiosk-1", "a"))));
		assertThat(outcome(append(this.hall, 1, entry(2, "b")))).isEqualTo(new Journal.Committed());
		assertThat(database.number("select count(distinct day) from journal where hall = (select key from hall "
				+ "where id = '" + this.hall + "')"))
			.isOne();
	}

	@Test
	void anOldDayIsDroppedWhenSnapshotsCoverIt() {
		TestDatabase whole = database;
		database = TestServices.newDatabase().migrated();
		try {
			PostgresJournal past = open(Duration.ofDays(-10), LIMIT);
			get(past.append(List.of(append(this.hall, 0, 3))));
			Database connections = connect("test-retention", LIMIT);
			Retention retention = new Retention(connections, new DatabaseClock(connections), 5);
			retention.drop().block(LIMIT);
			PostgresJournal now = open(Duration.ZERO, LIMIT);
			assertThat(get(now.read(this.hall, 0, 10).collectList())).hasSize(3);
			now.keep(List.of(snapshot(3))).block(LIMIT);
			retention.drop().block(LIMIT);
			assertThat(get(now.read(this.hall, 0, 10).collectList())).isEmpty();
			assertThat(get(now.append(List.of(append(this.hall, 3, 1))))).containsExactly(new Journal.Committed());
		}
		finally {
			database = whole;
		}
	}

	@Test
	void readsOnFromOlderDaysIntoNewerOnes() {
		for (int day = 0; day < 5; day++) {
			PostgresJournal later = open(Duration.ofDays(day - 4), LIMIT);
			get(later.append(List.of(append(this.hall, day * 700, 700))));
		}
		assertThat(versions(this.hall)).hasSize(3_500).isSorted();
		assertThat(get(this.journal.read(this.hall, 2_900, 10).map(JournalEntry::version).collectList())).hasSize(10)
			.startsWith(2_901L);
		assertThat(get(this.journal.read(this.hall, 650, 100).map(JournalEntry::version).collectList())).hasSize(100)
			.startsWith(651L)
			.endsWith(750L);
	}

	@Test
	void aFrozenDatabaseIsReportedInTimeAndComesBack() {
		PostgresJournal impatient = open(Duration.ZERO, Duration.ofSeconds(1));
		get(impatient.append(List.of(append(this.hall, 0, entry(1, "a")))));
		get(impatient.heads(Instant.EPOCH).collectList());
		TestServices.postgres().freeze();
		try {
			assertThatThrownBy(
					() -> impatient.append(List.of(append(this.hall, 1, entry(2, "b")))).block(Duration.ofSeconds(10)))
				.isInstanceOf(JournalUnavailableException.class);
			assertThatThrownBy(() -> impatient.read(this.hall, 0, 10).blockLast(Duration.ofSeconds(10)))
				.isInstanceOf(JournalUnavailableException.class);
		}
		finally {
			TestServices.postgres().thaw();
		}
		// The outcome was unknown: repeated, it is committed once, by then or now
		PostgresJournal patient = this.journal;
		get(patient.append(List.of(append(this.hall, 1, entry(2, "b")))));
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
		assertThat(get(impatient.append(List.of(append(this.hall, 2, entry(3, "c"))))))
			.containsExactly(new Journal.Committed());
	}

	@Test
	void brokenConnectionsAreReportedAndReplaced() {
		outcome(append(this.hall, 0, entry(1, "a")));
		database.execute("select pg_terminate_backend(pid) from pg_stat_activity "
				+ "where application_name like 'test-%' and datname = current_database()");
		get(this.journal.append(List.of(append(this.hall, 1, entry(2, "b")))).retry(3));
		assertThat(versions(this.hall)).containsExactly(1L, 2L);
	}

}
