package io.hallcommand.server.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.StandardRules;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.ProblemException;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.MergePatch;
import io.hallcommand.wire.RulesJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Finds the rules of a hall from those above it, and gives them to the halls they hold
 * for. In a hall they are an event: its journal knows by which rules it judged.
 */
@Service
class HallRules {

	private static final Logger log = LoggerFactory.getLogger(HallRules.class);

	/** Five levels are usual. */
	private static final int DEEPEST = 64;

	private static final int AT_ONCE = 8;

	private final RuleStore store;

	private final Directory directory;

	private final Halls halls;

	HallRules(RuleStore store, Directory directory, @Lazy Halls halls) {
		this.store = store;
		this.directory = directory;
		this.halls = halls;
	}

	/**
	 * What became of a change.
	 *
	 * @param halls how many halls now live by other rules
	 * @param failed how many could not be told; putting the same rules again tells them
	 */
	record Outcome(int halls, int failed) {
	}

	/** What the hall itself changes. */
	Mono<JsonNode> own(HallId hall) {
		return this.store.patches(List.of(hall))
			.map((patches) -> patches.getOrDefault(hall, HallJson.mapper().createObjectNode()));
	}

	Mono<AlertPolicy> effective(HallId hall) {
		return this.store.patches(chain(hall)).map((patches) -> effective(hall, patches));
	}

	/**
	 * Changes the rules of a hall, and of all below it. They are checked for each of
	 * these before any is changed.
	 */
	Mono<Outcome> put(HallId hall, JsonNode patch, String actor) {
		List<HallId> within = this.directory.plans()
			.stream()
			.map(HallPlan::hall)
			.filter((each) -> this.directory.isWithin(each, hall))
			.toList();
		Set<HallId> asked = new LinkedHashSet<>(chain(hall));
		asked.addAll(within);
		return this.store.patches(List.copyOf(asked)).map((patches) -> {
			patches.put(hall, patch);
			return within.stream().map((each) -> Map.entry(each, effective(each, patches))).toList();
		})
			.delayUntil((found) -> this.store.put(hall, patch, actor))
			.flatMapMany(Flux::fromIterable)
			.flatMap((found) -> this.halls.rules(found.getKey(), found.getValue(), actor)
				.thenReturn(true)
				.onErrorResume((failure) -> {
					log.warn("Hall {} could not be told its rules", found.getKey(), failure);
					return Mono.just(false);
				}), AT_ONCE)
			.reduce(new Outcome(0, 0),
					(sum, told) -> new Outcome(sum.halls() + (told ? 1 : 0), sum.failed() + (told ? 0 : 1)));
	}

	/** Gives the hall the rules that hold where it hangs now. */
	Mono<Void> follow(HallId hall) {
		return Mono.defer(this.store::all)
			.map((patches) -> effective(hall, patches))
			.zipWith(this.halls.rules(hall))
			.filter((both) -> !both.getT1().equals(both.getT2()))
			.flatMap((both) -> this.halls.rules(hall, both.getT1(), EventKey.HALL))
			.then();
	}

	/** What holds in the end, if halls change this much of the rules above them. */
	private AlertPolicy effective(HallId hall, Map<HallId, JsonNode> patches) {
		JsonNode rules = RulesJson.write(StandardRules.POLICY);
		for (HallId each : chain(hall)) {
			JsonNode patch = patches.get(each);
			rules = (patch != null) ? MergePatch.apply(rules, patch) : rules;
		}
		return read(hall, rules);
	}

	private static AlertPolicy read(HallId hall, JsonNode rules) {
		RulesJson.Reading reading = RulesJson.read(rules);
		AlertPolicy policy = reading.rules();
		if (policy == null) {
			throw unusable(hall, reading);
		}
		return policy.equals(StandardRules.POLICY) ? StandardRules.POLICY : policy;
	}

	private static ProblemException unusable(HallId hall, RulesJson.Reading reading) {
		List<Problems.FieldError> errors = reading.problems()
			.stream()
			.map((problem) -> new Problems.FieldError((problem.field() != null) ? problem.field() : "",
					problem.reason()))
			.toList();
		return Problems
			.unusable("'" + errors.getFirst().field() + "' " + errors.getFirst().reason() + ", in hall '" + hall + "'.",
					errors)
			.exception();
	}

	/** From the top of the tree down to the hall. */
	private List<HallId> chain(HallId hall) {
		List<HallId> chain = new ArrayList<>();
		HallId at = hall;
		for (int depth = 0; at != null && depth < DEEPEST && !chain.contains(at); depth++) {
			chain.add(at);
			at = this.directory.plan(at).map(HallPlan::parent).orElse(null);
		}
		return chain.reversed();
	}

}
