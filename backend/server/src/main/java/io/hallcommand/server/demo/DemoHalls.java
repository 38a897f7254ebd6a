package io.hallcommand.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.directory.PlanText;
import io.hallcommand.server.directory.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the demo halls at the first start.
 */
@Component
class DemoHalls implements SmartLifecycle {

	static final HallId CIVIC_CENTRE = new HallId("civic-centre");

	/** Parents first. */
	private static final List<String> HALLS = List.of("demo-province", "civic-centre");

	/**
	 * After the live halls have started, before plan files, whose halls may lie below.
	 */
	static final int PHASE = 900_000;

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
		for (String hall : HALLS) {
			if (!this.directory.exists(new HallId(hall))) {
				try {
					this.plans.put(plan(hall), "demo").block(PATIENCE);
				}
				catch (RuntimeException ex) {
					logger.error("The demo hall {} could not be made", hall, ex);
				}
			}
		}
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
