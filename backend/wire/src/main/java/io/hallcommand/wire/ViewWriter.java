package io.hallcommand.wire;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.QueueFigures;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What the writers of views and patches have in common: what is absent is left out of a
 * view, and {@code null} in a patch, which deletes it (RFC 7396).
 */
abstract class ViewWriter {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

	final JsonGenerator json;

	final boolean patch;

	final ZoneId zone;

	/**
	 * @param zone whose offset times are written with
	 */
	ViewWriter(JsonGenerator json, boolean patch, ZoneId zone) {
		this.json = json;
		this.patch = patch;
		this.zone = zone;
	}

	final void texts(String name, List<?> values) {
		this.json.writeArrayPropertyStart(name);
		values.forEach((value) -> this.json.writeString(value.toString()));
		this.json.writeEndArray();
	}

	final void label(Label label) {
		label("name", label);
	}

	final void label(String name, Label label) {
		this.json.writeObjectPropertyStart(name);
		this.json.writeStringProperty("zh", label.zh());
		this.json.writeStringProperty("en", label.en());
		this.json.writeEndObject();
	}

	final void time(String name, @Nullable Instant time) {
		text(name, (time != null) ? TIME.format(ZonedDateTime.ofInstant(time, this.zone)) : null);
	}

	final void text(String name, @Nullable String value) {
		if (value != null) {
			this.json.writeStringProperty(name, value);
		}
		else if (this.patch) {
			this.json.writeNullProperty(name);
		}
	}

	final void number(String name, @Nullable Number value) {
		if (value instanceof Long whole) {
			this.json.writeNumberProperty(name, whole.longValue());
		}
		else if (value != null) {
			this.json.writeNumberProperty(name, value.doubleValue());
		}
		else if (this.patch) {
			this.json.writeNullProperty(name);
		}
	}

	final void figures(QueueFigures figures) {
		this.json.writeNumberProperty("issued", figures.issued());
		this.json.writeNumberProperty("served", figures.served());
		this.json.writeNumberProperty("abandoned", figures.abandoned());
		this.json.writeNumberProperty("noShows", figures.noShows());
	}

}
