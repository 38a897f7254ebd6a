package io.hallcommand.wire;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SequencedMap;

import io.hallcommand.core.hall.Interval;
import io.hallcommand.core.hall.Ratings;
import io.hallcommand.core.hall.TodayView;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the figures of a hall's day.
 */
final class TodayWriter extends ViewWriter {

	TodayWriter(JsonGenerator json, boolean patch, ZoneId zone) {
		super(json, patch, zone);
	}

	void today(TodayView today) {
		this.json.writeObjectPropertyStart("today");
		text("date", (today.date() != null) ? today.date().toString() : null);
		figures(today.total());
		this.json.writeNumberProperty("unresolved", today.total().unresolved());
		this.json.writeNumberProperty("waiting", today.waiting());
		number("averageWaitSeconds", today.averageWaitSeconds());
		number("p90WaitSeconds", today.p90WaitSeconds());
		number("averageServiceSeconds", today.averageServiceSeconds());
		number("onTimeRate", today.onTimeRate());
		this.json.writeNumberProperty("anomalies", today.anomalies());
		if (!this.patch || !today.intervals().isEmpty()) {
			intervals(today.intervals());
		}
		Ratings ratings = today.ratings();
		if (ratings != null) {
			this.json.writeObjectPropertyStart("ratings");
			this.json.writeNumberProperty("count", ratings.count());
			this.json.writeNumberProperty("satisfied", ratings.satisfied());
			this.json.writeEndObject();
		}
		if (today.usual() != null) {
			UsualJson.write(this.json, "usual", today.usual());
		}
		this.json.writeEndObject();
	}

	private void intervals(SequencedMap<LocalTime, Interval> intervals) {
		this.json.writeObjectPropertyStart("intervals");
		intervals.forEach((time, interval) -> {
			this.json.writeObjectPropertyStart(time.toString());
			this.json.writeNumberProperty("issued", interval.issued());
			this.json.writeNumberProperty("served", interval.served());
			this.json.writeNumberProperty("waiting", interval.waiting());
			this.json.writeEndObject();
		});
		this.json.writeEndObject();
	}

}
