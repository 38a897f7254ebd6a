package io.hallcommand.server.directory;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlanTreeTest {

	private final PlanTree tree = new PlanTree();

	@Test
	void parentsStandBeforeTheirChildrenInAWholeCountry() {
		for (int i = 0; i < 40_000; i++) {
			put("h" + i, (i > 0) ? "h" + i / 10 : null, 1);
		}
		List<HallPlan> plans = this.tree.ordered();
		assertThat(plans).hasSize(40_000);
		Set<HallId> seen = new HashSet<>();
		plans.forEach((plan) -> {
			assertThat(plan.parent() == null || plan.parent().equals(plan.hall()) || seen.contains(plan.parent()))
				.isTrue();
			seen.add(plan.hall());
		});
		assertThat(this.tree.isWithin(hall("h39999"), hall("h3"))).isTrue();
		assertThat(this.tree.isWithin(hall("h39999"), hall("h4"))).isFalse();
		assertThat(this.tree.ordered()).as("nothing changed").isSameAs(plans);
	}

	@Test
	void aHallIsWithinItselfEvenBeforeItExists() {
		assertThat(this.tree.isWithin(hall("new"), hall("new"))).isTrue();
		assertThat(this.tree.isWithin(hall("new"), hall("other"))).isFalse();
	}

	@Test
	void twoNodesMayCloseACircleAndNobodyGetsLost() {
		put("a", "b", 1);
		put("b", "a", 1);
		put("c", "b", 1);
		assertThat(this.tree.isWithin(hall("c"), hall("a"))).isTrue();
		assertThat(this.tree.isWithin(hall("c"), hall("x"))).isFalse();
		assertThat(this.tree.ordered()).hasSize(3);
	}

	@Test
	void onlyANewerPlanIsTaken() {
		assertThat(put("a", null, 3)).isTrue();
		assertThat(put("a", "x", 3)).isFalse();
		assertThat(put("a", "x", 2)).isFalse();
		assertThat(put("a", "x", 4)).isTrue();
	}

	private boolean put(String id, @Nullable String parent, long version) {
		return this.tree
			.put(new Planned(
					new HallPlan(hall(id), new Label(id, id), HallLevel.COUNTY, (parent != null) ? hall(parent) : null,
							ZoneId.of("Asia/Shanghai"), HallClock.LIVE, null, List.of(), List.of(), List.of()),
					version));
	}

	private static HallId hall(String id) {
		return new HallId(id);
	}

}
