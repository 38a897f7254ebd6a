package io.hallcommand.sim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hallcommand.core.queue.QueueId;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * How a day goes. Loads are shares of what the queue's windows can do: at 1.0 as many
 * come as can be served.
 *
 * @param title one line for people
 * @param load the share at the day's highest peak
 * @param queueLoads times the load, for queues that have a day of their own
 * @param serviceSeconds mean service time; queues lie around it
 * @param serviceVariation coefficient of variation of service times
 * @param patienceMinutes how long visitors wait on average before they leave
 * @param noShow share of visitors who do not come when called
 * @param priority share of visitors who go first
 * @param transfer share of services that end with a transfer to another queue
 * @param park share of services that are interrupted, for a form to be filled in
 */
public record Scenario(String title, double load, Map<String, Double> queueLoads, double serviceSeconds,
		double serviceVariation, double patienceMinutes, double noShow, double priority, double transfer, double park) {

	public static final String WEEKDAY = "weekday";

	public double load(QueueId queue) {
		return this.load * this.queueLoads.getOrDefault(queue.value(), 1.0);
	}

	/**
	 * A day that is shipped with the simulators.
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Scenario named(String name) {
		Map<String, Scenario> all = all();
		Scenario scenario = all.get(name);
		if (scenario == null) {
			throw new IllegalArgumentException("There is no day '" + name + "'; there are " + all.keySet());
		}
		return scenario;
	}

	public static Map<String, Scenario> all() {
		YAMLMapper yaml = YAMLMapper.builder().build();
		try (InputStream in = Scenario.class.getResourceAsStream("days.yaml")) {
			return yaml.readValue(in,
					yaml.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Scenario.class));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
