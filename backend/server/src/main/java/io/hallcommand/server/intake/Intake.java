package io.hallcommand.server.intake;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallEvent;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.Report;
import io.hallcommand.server.lifeline.Lifeline;
import io.hallcommand.server.live.Halls;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.ReportJson;
import io.hallcommand.wire.WireProblem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * Checks events and hands the good ones to the hall; the same for every transport.
 */
@Component
class Intake {

	private static final Logger logger = LoggerFactory.getLogger(Intake.class);

	private final Halls halls;

	private final Lifeline lifeline;

	private final Counter accepted;

	private final Counter duplicates;

	private final Counter rejected;

	Intake(Halls halls, Lifeline lifeline, MeterRegistry meters) {
		this.halls = halls;
		this.lifeline = lifeline;
		this.accepted = counter(meters, "accepted");
		this.duplicates = counter(meters, "duplicate");
		this.rejected = counter(meters, "rejected");
	}

	/**
	 * One event as it came: JSON, or text that is none.
	 */
	sealed interface Item {

	}

	record Parsed(JsonNode json) implements Item {
	}

	record Unreadable(String reason) implements Item {
	}

	/** Reads one JSON text. */
	static Item parse(byte[] text, int from, int length) {
		try {
			return new Parsed(HallJson.mapper().readTree(text, from, length));
		}
		catch (JacksonException ex) {
			return new Unreadable("is not JSON that can be read: " + ex.getOriginalMessage());
		}
	}

	/**
	 * Takes events in their order.
	 * @param first the index of the first in its delivery
	 */
	Mono<Answer> take(HallId hall, List<? extends Item> items, long first) {
		List<Report> reports = new ArrayList<>(items.size());
		List<Answer.Rejected> refused = new ArrayList<>(0);
		int refusals = 0;
		for (int i = 0; i < items.size(); i++) {
			switch (read(items.get(i))) {
				case ReportJson.Read read -> reports.add(read.report());
				case ReportJson.Refused problem -> {
					refusals++;
					if (refused.size() < Answer.MOST_REJECTED) {
						refused.add(Answer.Rejected.of(first + i, problem.id(), problem.problem()));
					}
				}
			}
		}
		this.rejected.increment(refusals);
		int rejectedCount = refusals;
		if (reports.isEmpty()) {
			return this.halls.enliven(hall)
				.map((version) -> new Answer(0, 0, List.copyOf(refused), rejectedCount, version));
		}
		return report(hall, reports).map((receipt) -> {
			this.accepted.increment(receipt.accepted());
			this.duplicates.increment(receipt.duplicates());
			return new Answer(receipt.accepted(), receipt.duplicates(), List.copyOf(refused), rejectedCount,
					receipt.version());
		});
	}

	/** What a panic button says is kept and shown also while the journal is away. */
	private Mono<Halls.Receipt> report(HallId hall, List<Report> reports) {
		for (Report report : reports) {
			if (report.fact() instanceof HallEvent.EmergencySignalled) {
				this.lifeline.signal(hall, report).subscribe((told) -> {
				}, (failure) -> logger.warn("A signal of an emergency in hall {} was not taken", hall, failure));
			}
		}
		return this.halls.report(hall, reports);
	}

	private static ReportJson.Reading read(Item item) {
		return switch (item) {
			case Parsed parsed -> ReportJson.read(parsed.json());
			case Unreadable unreadable -> new ReportJson.Refused(null, new WireProblem(null, unreadable.reason()));
		};
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("hall.intake.events")
			.tag("outcome", outcome)
			.description("Events that devices sent")
			.register(meters);
	}

}
