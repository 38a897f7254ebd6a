package io.hallcommand.sim.crowd;

import java.time.LocalTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowKind;
import io.hallcommand.sim.engine.Chance;
import io.hallcommand.sim.scenario.Scenario;

/**
 * Who wants what of a queue: arrivals over the day and how long a service takes.
 *
 * @param capacityPerHour visitors an hour that its windows can serve
 */
record Demand(QueueId queue, double load, double capacityPerHour, double meanServiceSeconds) {

	/** Share of the day's highest peak, by time of day. Team default. */
	private static final NavigableMap<LocalTime, Double> SHAPE = new TreeMap<>(Map.ofEntries(at(8, 40, 0),
			at(8, 50, 0.4), at(9, 15, 0.8), at(10, 15, 1), at(11, 15, 0.9), at(11, 45, 0.6), at(12, 30, 0.4),
			at(13, 30, 0.6), at(14, 15, 0.9), at(15, 0, 0.95), at(16, 0, 0.7), at(16, 45, 0.2), at(16, 55, 0)));

	static Demand of(HallPlan plan, HallPlan.Queue queue, Scenario scenario, Chance chance) {
		double windows = plan.windows()
			.stream()
			.filter((window) -> window.kind() != WindowKind.TIDAL && window.queues().contains(queue.id()))
			.mapToDouble((window) -> 1.0 / window.queues().size())
			.sum();
		double service = scenario.serviceSeconds() * chance.stream("service-of-" + queue.id()).uniform(0.75, 1.25);
		// Calling and walking take their time too
		return new Demand(queue.id(), scenario.load(queue.id()), windows * 3600 / (service + 30), service);
	}

	double perHour(LocalTime time) {
		return this.load * this.capacityPerHour * shape(time);
	}

	double maxPerHour() {
		return this.load * this.capacityPerHour;
	}

	static double shape(LocalTime time) {
		var before = SHAPE.floorEntry(time);
		var after = SHAPE.higherEntry(time);
		if (before == null || after == null) {
			return 0;
		}
		double between = (double) (time.toSecondOfDay() - before.getKey().toSecondOfDay())
				/ (after.getKey().toSecondOfDay() - before.getKey().toSecondOfDay());
		return before.getValue() + between * (after.getValue() - before.getValue());
	}

	private static Map.Entry<LocalTime, Double> at(int hour, int minute, double share) {
		return Map.entry(LocalTime.of(hour, minute), share);
	}

}
