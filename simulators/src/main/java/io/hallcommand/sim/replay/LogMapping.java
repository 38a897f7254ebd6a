package io.hallcommand.sim.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How to read a foreign log, in which a row is one visitor, as a small YAML file. The
 * shipped {@code service-centre.yaml} explains every key.
 *
 * @param hall the name of the hall that {@code --create} makes
 * @param format how dates and times are written, and what stands for "never" and "nobody"
 * @param columns which column of the log holds what
 * @param outcomes what the log's words for the end of a visit mean
 * @param queues names for queues; those without one are called as in the log
 */
public record LogMapping(ZoneId timeZone, Label hall, Format format, Columns columns, Map<String, Outcome> outcomes,
		Map<String, Label> queues) {

	/**
	 * What became of a visitor.
	 */
	public enum Outcome {

		/** Was served. */
		SERVED,
		/** Left while waiting; without a wait there was no ticket. */
		ABANDONED,
		/** Not a visitor. */
		IGNORED

	}

	/**
	 * How values are written.
	 *
	 * @param never the time of something that did not happen
	 * @param nobody the server of a visitor who was not served
	 */
	public record Format(String date, String time, @Nullable String never, @Nullable String nobody) {

		DateTimeFormatter dates() {
			return DateTimeFormatter.ofPattern(this.date);
		}

		DateTimeFormatter times() {
			return DateTimeFormatter.ofPattern(this.time);
		}

		boolean isNever(String text) {
			return text.isEmpty() || text.equals(this.never);
		}

		boolean isNobody(String text) {
			return text.isEmpty() || text.equals(this.nobody);
		}

		@Nullable LocalTime time(String text) {
			return isNever(text) ? null : LocalTime.parse(text, times());
		}

	}

	/**
	 * The names of columns.
	 *
	 * @param date the local date at which the row began
	 * @param entered when the visitor came in
	 * @param arrived when the visitor was ready to take a ticket
	 * @param queued when the wait began
	 * @param dequeued when the wait ended
	 */
	public record Columns(String date, String queue, String server, String outcome, String entered, String arrived,
			String queued, String dequeued, String started, String ended) {
	}

	/**
	 * Reads a mapping from a file, or a shipped one by its name.
	 */
	public static LogMapping read(String nameOrFile) {
		Path file = Path.of(nameOrFile);
		try (InputStream in = Files.exists(file) ? Files.newInputStream(file)
				: LogMapping.class.getResourceAsStream(nameOrFile + ".yaml")) {
			if (in == null) {
				throw new IllegalArgumentException(
						"No mapping " + nameOrFile + ": neither a file nor shipped (service-centre)");
			}
			return YAMLMapper.builder().build().readValue(in, LogMapping.class);
		}
		catch (IOException | JacksonException ex) {
			throw new IllegalArgumentException("The mapping " + nameOrFile + " cannot be read: " + ex.getMessage(), ex);
		}
	}

	Label queueName(String queue) {
		return this.queues.getOrDefault(queue, new Label(queue, queue));
	}

}
