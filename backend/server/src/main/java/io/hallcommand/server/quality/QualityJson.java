package io.hallcommand.server.quality;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import io.hallcommand.core.alert.Cause;
import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.wire.AlertJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures beside their targets. The targets are those of EEMUA 191 and ISA-18.2 for
 * one officer over 30 days, as they are publicly reproduced. A figure for which there is
 * nothing to count is null, and so is whether it meets its target. The average is judged
 * from an hour on: before, a second alert would miss the target.
 */
final class QualityJson {

	/** About so many in ten minutes an officer can see to. */
	private static final double AVERAGE_TARGET = 1;

	/** And so many at most. */
	private static final double AVERAGE_LIMIT = 2;

	private static final Duration LEAST_FOR_AVERAGE = Duration.ofHours(1);

	private static final double ABOVE_TARGET = 0.01;

	private static final double FLOOD_TARGET = 0.01;

	private static final int TOP = 10;

	private static final double TOP_TARGET = 0.05;

	private static final int STALE_TARGET = 5;

	private static final int LONGEST_LIST = 100;

	private final Tally tally;

	private final ObjectNode json = HallJson.mapper().createObjectNode();

	private QualityJson(Tally tally) {
		this.tally = tally;
	}

	static ObjectNode write(HallId hall, Tally tally) {
		QualityJson writer = new QualityJson(tally);
		writer.json.put("hall", hall.value());
		writer.json.put("from", tally.period.from().toString());
		writer.json.put("to", tally.period.until().toString());
		writer.json.put("officers", rounded(tally.onDuty.mean()));
		writer.alerts();
		writer.sources();
		writer.chattering();
		writer.stale();
		writer.priorities();
		writer.acknowledge();
		writer.escalations();
		writer.per10Minutes();
		return writer.json;
	}

	private void alerts() {
		Rate rate = this.tally.rate;
		ObjectNode alerts = this.json.putObject("alerts");
		alerts.put("raised", rate.total());
		double average = rate.average() / this.tally.onDuty.mean();
		boolean tooShort = this.tally.period.length().compareTo(LEAST_FOR_AVERAGE) < 0;
		alerts.putObject("averagePer10Minutes")
			.put("value", rounded(average))
			.put("target", AVERAGE_TARGET)
			.put("limit", AVERAGE_LIMIT)
			.put("met", tooShort ? null : Boolean.valueOf(average <= AVERAGE_TARGET));
		int busiest = rate.busiest();
		int peak = rate.count(busiest);
		alerts.putObject("peakPer10Minutes")
			.put("value", peak)
			.put("at", (peak > 0) ? this.tally.period.begin(busiest).toString() : null)
			.put("target", Rate.MOST)
			.put("met", peak <= Rate.MOST);
		alerts.putObject("periodsAbove10")
			.put("share", rounded(rate.shareAboveMost()))
			.put("target", ABOVE_TARGET)
			.put("met", rate.shareAboveMost() < ABOVE_TARGET);
		List<Rate.Flood> all = rate.floods();
		ObjectNode floods = alerts.putObject("floods");
		floods.put("count", all.size())
			.put("share", rounded(rate.floodShare()))
			.put("target", FLOOD_TARGET)
			.put("met", rate.floodShare() < FLOOD_TARGET);
		ArrayNode list = floods.putArray("list");
		all.forEach((flood) -> list.addObject()
			.put("from", flood.from().toString())
			.put("to", flood.until().toString())
			.put("alerts", flood.alerts()));
	}

	private void sources() {
		List<Sources.Source> top = this.tally.sources.top(TOP);
		ArrayNode list = this.json.putArray("topSources");
		for (Sources.Source source : top) {
			cause(list.addObject(), source.cause()).put("count", source.count())
				.put("share", share(source.count(), this.tally.rate.total()));
		}
		Double share = share(top.stream().mapToInt(Sources.Source::count).sum(), this.tally.rate.total());
		this.json.putObject("topTenShare")
			.put("value", share)
			.put("target", TOP_TARGET)
			.put("met", (share != null) ? share <= TOP_TARGET : null);
	}

	private void chattering() {
		ObjectNode chattering = this.json.putObject("chattering");
		chattering.put("count", this.tally.chattering.number())
			.put("target", 0)
			.put("met", this.tally.chattering.number() == 0);
		ArrayNode list = chattering.putArray("list");
		this.tally.chattering.top(LONGEST_LIST)
			.forEach((source) -> cause(list.addObject(), source.cause()).put("times", source.count()));
	}

	private void stale() {
		int most = this.tally.stale.most();
		ObjectNode stale = this.json.putObject("stale");
		stale.put("most", most).put("target", STALE_TARGET).put("met", most < STALE_TARGET);
		ArrayNode list = stale.putArray("list");
		this.tally.stale.longest(LONGEST_LIST)
			.forEach((open) -> cause(list.addObject().put("alert", open.alert().toString()), open.cause())
				.put("raisedAt", open.raisedAt().toString())
				.put("hours", Math.floor(open.length().toMinutes() / 6.0) / 10));
	}

	private void priorities() {
		ObjectNode priorities = this.json.putObject("priorities");
		priority(priorities, Severity.CRITICAL, 0.05);
		priority(priorities, Severity.MAJOR, 0.15);
		priority(priorities, Severity.MINOR, 0.80);
	}

	/** Most alerts should be minor; of the others there should be no more than that. */
	private void priority(ObjectNode priorities, Severity severity, double target) {
		int count = this.tally.severities.getOrDefault(severity, 0);
		Double share = share(count, this.tally.rate.total());
		Boolean met = (share == null) ? null
				: (severity == Severity.MINOR) ? Boolean.valueOf(share >= target) : Boolean.valueOf(share <= target);
		priorities.putObject(severity.name())
			.put("count", count)
			.put("share", share)
			.put("target", target)
			.put("met", met);
	}

	private void acknowledge() {
		ObjectNode acknowledge = this.json.putObject("acknowledge");
		latencies(acknowledge, this.tally.answers);
		ArrayNode list = acknowledge.putArray("byOfficer");
		this.tally.answersByOfficer
			.forEach((user, latencies) -> latencies(list.addObject().put("user", user), latencies));
	}

	private static void latencies(ObjectNode node, Latencies latencies) {
		node.put("count", latencies.count())
			.put("p50Seconds", seconds(latencies.percentile(50)))
			.put("p90Seconds", seconds(latencies.percentile(90)))
			.put("p99Seconds", seconds(latencies.percentile(99)));
	}

	private void escalations() {
		this.json.putObject("escalations")
			.put("count", this.tally.escalations)
			.put("share", share(this.tally.escalatedAlerts, this.tally.alerts));
	}

	/** Those without any are left out: they are most of them. */
	private void per10Minutes() {
		ArrayNode list = this.json.putArray("per10Minutes");
		for (int i = 0; i < this.tally.rate.pieces(); i++) {
			int raised = this.tally.rate.count(i);
			if (raised > 0) {
				list.addObject().put("at", this.tally.period.begin(i).toString()).put("raised", raised);
			}
		}
	}

	private static ObjectNode cause(ObjectNode node, Cause cause) {
		node.put("rule", cause.rule());
		node.set("subject", AlertJson.subject(cause.subject()));
		return node;
	}

	private static @Nullable Double share(int part, int whole) {
		return (whole > 0) ? rounded((double) part / whole) : null;
	}

	private static @Nullable Double seconds(@Nullable Duration duration) {
		return (duration != null) ? Double.valueOf(duration.toMillis() / 1000.0) : null;
	}

	private static double rounded(double figure) {
		return Math.round(figure * 10_000) / 10_000.0;
	}

}
