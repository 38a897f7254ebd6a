package io.hallcommand.server.testing;

import java.time.Duration;
import java.time.Instant;

/**
 * Writes events of alerts into a journal as a hall would, row by row.
 */
public final class AlertRows {

	private final TestDatabase database;

	public AlertRows(TestDatabase database) {
		this.database = database;
		database.execute("select journal_day((now() at time zone 'UTC')::date)");
	}

	/** An alert about the tax queue is raised now; its id. */
	public String raise(String hall, String severity) {
		return raise(hall, severity, Instant.now());
	}

	public String raise(String hall, String severity, Instant time) {
		return "a" + add(hall, "alert.raised", time, """
				{"alert":"#","rule":"wait-overtime","kind":"WAIT_OVERTIME","subject":{"queue":"tax"},"zones":["A"],
				"title":{"zh":"等候超时","en":"Wait overtime"},"guidance":{"zh":"开窗","en":"Open a window"},
				"basis":"team default","unit":"SECONDS","level":0,"severity":"%s","since":"%s","onset":"%2$s",
				"threshold":1800,"value":1801,"count":1}""".formatted(severity, time));
	}

	/** Something happens to an alert now; the hall's version after it. */
	public long add(String hall, String type, String alert, String more) {
		return add(hall, type, Instant.now(),
				"{\"alert\":\"" + alert + "\"" + (more.isEmpty() ? "" : "," + more) + "}");
	}

	/**
	 * An event.
	 * @param data in which {@code "#"} is the id of the alert that is raised
	 * @return the hall's version after it
	 */
	public long add(String hall, String type, Instant time, String data) {
		return add(hall, type, time, data, Duration.ZERO);
	}

	/**
	 * An event that was recorded a while ago, and is kept under the day of that.
	 */
	public long add(String hall, String type, Instant time, String data, Duration ago) {
		this.database.execute("insert into hall (id) values ('" + hall + "') on conflict do nothing");
		String recorded = "now() - interval '" + ago.toSeconds() + " s'";
		String day = "((" + recorded + ") at time zone 'UTC')::date";
		this.database.execute("select journal_day(" + day + ")");
		return this.database.number(
				"with head as (update hall set version = version + 1 where id = '" + hall + "' returning key, version)"
						+ " insert into journal (hall, version, day, recorded_at, time, source, event_id, type, data)"
						+ " select key, version, " + day + ", " + recorded + ", '" + time
						+ "', 'hall', version::text, '" + type + "', replace('" + data.replace("'", "''")
						+ "', '\"#\"', '\"a' || version || '\"')::json from head" + " returning version");
	}

}
