package io.hallcommand.sim.client;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a hall said to a batch of events.
 *
 * @param version the hall's version after the batch
 */
public record Answer(int accepted, int duplicates, List<Rejection> rejected, long version) {

	public Answer {
		rejected = List.copyOf(rejected);
	}

	/**
	 * An event that the hall did not take.
	 *
	 * @param index its place in the batch
	 */
	public record Rejection(int index, @Nullable String id, String reason) {
	}

	/**
	 * Reads the answer's body, or that of a problem with the same members.
	 */
	public static Answer read(JsonNode json) {
		List<Rejection> rejected = new ArrayList<>();
		for (JsonNode each : json.path("rejected")) {
			JsonNode problem = each.path("problem");
			String reason = problem.path("detail").stringValue(problem.path("title").stringValue("no reason given"));
			rejected.add(new Rejection(each.path("index").intValue(-1), each.path("id").stringValue(null), reason));
		}
		return new Answer(json.path("accepted").intValue(0), json.path("duplicates").intValue(0), rejected,
				json.path("version").longValue(0));
	}

}
