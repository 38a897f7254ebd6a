package io.hallcommand.server.directory;

import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.server.problem.Problems.FieldError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Service;

/**
 * Changes plans: the change is an event of the hall, and the directory follows it.
 */
@Service
public class Plans {

	private static final Logger logger = LoggerFactory.getLogger(Plans.class);

	private final PostgresDirectory directory;

	private final PlanStore store;

	private final Halls halls;

	Plans(PostgresDirectory directory, PlanStore store, Halls halls) {
		this.directory = directory;
		this.store = store;
		this.halls = halls;
	}

	/**
	 * What became of a plan.
	 *
	 * @param version the hall's version after it
	 * @param created whether the hall is new
	 */
	public record Outcome(long version, boolean created) {
	}

	/**
	 * Gives a hall its first plan or another one. The plan has passed
	 * {@link io.hallcommand.core.hall.PlanCheck}.
	 * @param actor who does it
	 * @return signals a problem of status 422 if the plan does not fit into the tree
	 */
	public Mono<Outcome> put(HallPlan plan, String actor) {
		return Mono.defer(() -> {
			FieldError error = misfit(plan);
			if (error != null) {
				return Mono.error(Problems.unusable("'" + error.field() + "' " + error.reason() + ".", List.of(error))
					.exception());
			}
			boolean created = !this.directory.exists(plan.hall());
			return this.store.intend(plan.hall())
				.flatMap((intent) -> this.halls.plan(plan, actor)
					.delayUntil((version) -> follow(plan, version).then(this.store.fulfilled(intent))
						.onErrorResume((failure) -> {
							logger.warn("The plan of {} is in the journal but not stored yet: {}", plan.hall(),
									failure.getMessage());
							return Mono.empty();
						})))
				.map((version) -> new Outcome(version, created));
		});
	}

	private Mono<Void> follow(HallPlan plan, long version) {
		return Mono.fromRunnable(() -> this.directory.planned(plan, version)).then(this.directory.store());
	}

	private @Nullable FieldError misfit(HallPlan plan) {
		HallId parent = plan.parent();
		if (parent == null) {
			return null;
		}
		if (!this.directory.exists(parent)) {
			return new FieldError("parent", "names no hall: " + parent);
		}
		if (this.directory.isWithin(parent, plan.hall())) {
			return new FieldError("parent", "lies below the hall itself: " + parent);
		}
		return null;
	}

}
