package io.hallcommand.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.directory.PlanText;
import io.hallcommand.server.directory.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the demo halls at the first start.
 */
@Component
class DemoHalls implements SmartLifecycle {

	static final HallId CIVIC_CENTRE = new HallId("civic-centre");

	/**
	 * After the live halls have started, before plan files, whose halls may lie below.
	 */
	static final int PHASE = 900_000;

	/** How many plans are made side by side. */
	private static final int AT_ONCE = 16;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Logger logger = LoggerFactory.getLogger(DemoHalls.class);

	private final DemoSettings settings;

	private final Directory directory;

	private final Plans plans;

	private volatile boolean running;

	DemoHalls(DemoSettings settings, Directory directory, Plans plans) {
		this.settings = settings;
		this.directory = directory;
		this.plans = plans;
	}

	@Override
	public void start() {
		this.running = true;
		if (!this.settings.enabled()) {
			return;
		}
		make(List.of(plan("demo-province")));
		HallPlan centre = plan(CIVIC_CENTRE.value());
		if (this.settings.region()) {
			List<HallPlan> city = DemoRegion.members().stream().map(DemoRegion.Member::plan).toList();
			Stream.of(HallLevel.values())
				.forEach((level) -> make(city.stream().filter((plan) -> plan.level() == level).toList()));
			move(centre, DemoRegion.inCity(centre));
		}
		else {
			make(List.of(centre));
		}
	}

	/** Makes those that there are not, side by side; their parents exist. */
	private void make(List<HallPlan> halls) {
		Flux.fromIterable(halls)
			.filter((plan) -> !this.directory.exists(plan.hall()))
			.flatMap(this::put, AT_ONCE)
			.blockLast(PATIENCE);
	}

	/** A hall of an earlier demo moves unless somebody has changed it. */
	private void move(HallPlan from, HallPlan to) {
		if (this.directory.plan(to.hall()).filter((present) -> !present.equals(from)).isEmpty()) {
			put(to).block(PATIENCE);
		}
	}

	private Mono<Plans.Outcome> put(HallPlan plan) {
		return this.plans.put(plan, "demo").onErrorResume((failure) -> {
			logger.error("The demo hall {} could not be made", plan.hall(), failure);
			return Mono.empty();
		});
	}

	static HallPlan plan(String hall) {
		try {
			byte[] text = new ClassPathResource("demo/" + hall + ".yaml").getContentAsByteArray();
			PlanText.Reading reading = PlanText.read(text, PlanText.Format.YAML, new HallId(hall));
			HallPlan plan = reading.plan();
			if (plan == null) {
				throw new IllegalStateException("The plan of " + hall + " is wrong: " + reading.faults());
			}
			return plan;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
