package io.hallcommand.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.hall.DeskAnswer;
import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Report;
import io.hallcommand.core.hall.UsualDays;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.live.Urgent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Counts versions and keeps who planned what.
 */
class FakeHalls implements Halls {

	final List<String> planned = new CopyOnWriteArrayList<>();

	volatile @Nullable RuntimeException failure;

	private final Map<HallId, List<HallPlan>> plans = new ConcurrentHashMap<>();

	@Override
	public Mono<Receipt> report(HallId hall, List<Report> reports) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Long> plan(HallPlan plan, String actor) {
		return Mono.fromSupplier(() -> {
			RuntimeException failing = this.failure;
			if (failing != null) {
				throw failing;
			}
			this.planned.add(plan.hall() + " by " + actor);
			List<HallPlan> all = this.plans.computeIfAbsent(plan.hall(), (hall) -> new ArrayList<>());
			all.add(plan);
			return (long) all.size();
		});
	}

	@Override
	public Mono<DeskAnswer> order(HallId hall, Order order, String actor, String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<EmergencyAnswer> emergency(HallId hall, EmergencyOrder order, String actor, String id) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<EmergencyAnswer> record(HallId hall, Urgent urgent) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<EmergencyAnswer> show(HallId hall, Urgent urgent) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void recorded(HallId hall, Urgent urgent) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<ContingencyPlans> contingencyPlans(HallId hall) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Long> rules(HallId hall, AlertPolicy rules, String actor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Long> roster(HallId hall, List<Shift> shifts, String actor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Long> usual(HallId hall, UsualDays days, String actor) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<UsualDays> usual(HallId hall) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<AlertPolicy> rules(HallId hall) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<HallView> view(HallId hall) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Long> enliven(HallId hall) {
		throw new UnsupportedOperationException();
	}

}
