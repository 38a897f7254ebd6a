package io.hallcommand.sim.replay;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.Report;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be played: reports in the order of their times.
 *
 * @param name what it is called in the output
 * @param plan makes the plan of a hall in which it can be played; {@code null} if the
 * recording does not know
 * @param expected tickets by queue as the recording itself counts them, if it does
 * @param rows how many rows a foreign log has
 */
public record Recording(String name, List<Report> reports, @Nullable Function<HallId, HallPlan> plan,
		SequencedMap<String, Tally.Count> expected, List<Oddity> oddities, long rows) {

	/**
	 * How many rows are odd in which way.
	 */
	public SequencedMap<Oddity.Kind, Long> oddityCounts() {
		Map<Oddity.Kind, Long> counts = this.oddities.stream()
			.collect(Collectors.groupingBy(Oddity::kind, Collectors.counting()));
		return new TreeMap<>(counts);
	}

	public boolean isBroken() {
		return this.oddities.stream().anyMatch((oddity) -> oddity.kind().broken());
	}

}
