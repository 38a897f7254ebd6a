package io.hallcommand.sim.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.client.HallUnavailable;
import tools.jackson.databind.JsonNode;

/**
 * Makes halls, opens screens, lets devices report, and measures.
 */
public final class LoadRun {

	private final LoadSettings settings;

	private final Consumer<String> progress;

	private final Map<HallId, LongPairs> answers = new LinkedHashMap<>();

	private final Device.Totals totals = Device.Totals.none();

	public LoadRun(LoadSettings settings, Consumer<String> progress) {
		this.settings = settings;
		this.progress = progress;
	}

	public LoadResult run() throws HallUnavailable, InterruptedException {
		List<HallClient> clients = new ArrayList<>();
		try (Screens screens = new Screens(this.settings)) {
			List<Device> devices = prepare(clients);
			this.answers.keySet().forEach(screens::open);
			boolean allThere = await(Duration.ofSeconds(20),
					() -> screens.all().stream().allMatch((screen) -> screen.version() >= 0));
			this.progress.accept(screens.all().size() + " screens"
					+ (allThere ? "" : ", not all of them with a picture") + ", " + devices.size() + " devices");
			double seconds = report(devices);
			Map<HallId, JsonNode> views = new LinkedHashMap<>();
			for (HallClient client : clients) {
				views.put(client.hall(), client.view());
			}
			await(Duration.ofSeconds(5),
					() -> screens.all().stream().allMatch((screen) -> screen.version() >= version(views, screen.hall)));
			return LoadResult.of(this.totals, seconds, screens.all(), this.answers, views);
		}
		finally {
			clients.forEach(HallClient::close);
		}
	}

	private List<Device> prepare(List<HallClient> clients) throws HallUnavailable, InterruptedException {
		String run = Long.toString(System.currentTimeMillis(), 36);
		List<Device> devices = new ArrayList<>();
		for (int i = 1; i <= this.settings.halls(); i++) {
			HallId hall = LoadHall.id(i);
			HallClient client = new HallClient(this.settings.server(), hall, this.settings.token());
			clients.add(client);
			client.putPlan(LoadHall.plan(hall));
			LongPairs answered = new LongPairs();
			this.answers.put(hall, answered);
			for (int d = 0; d < this.settings.devices(); d++) {
				Device device = new Device(client, d, run, this.settings.batch(), answered, this.totals);
				device.open();
				devices.add(device);
			}
		}
		return devices;
	}

	/** Returns how long it took in seconds. */
	private double report(List<Device> devices) throws InterruptedException {
		double gap = 1e9 * devices.size() * this.settings.batch() / this.settings.rate();
		long start = System.nanoTime() + Duration.ofMillis(100).toNanos();
		long countFrom = start + Duration.ofSeconds(this.settings.warmUp()).toNanos();
		long end = countFrom + Duration.ofSeconds(this.settings.seconds()).toNanos();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < devices.size(); i++) {
			Device device = devices.get(i);
			long first = start + Math.round(gap * i / devices.size());
			threads.add(Thread.ofVirtual().start(() -> device.run(first, gap, countFrom, end)));
		}
		long last = 0;
		while (threads.stream().anyMatch(Thread::isAlive)) {
			TimeUnit.MILLISECONDS.sleep(50);
			long second = (System.nanoTime() - start) / 2_000_000_000L;
			if (second > last) {
				last = second;
				this.progress.accept("%d s: %d accepted, %d failures".formatted(2 * second,
						this.totals.accepted().sum(), this.totals.failures().sum()));
			}
		}
		return (System.nanoTime() - countFrom) / 1e9;
	}

	private static long version(Map<HallId, JsonNode> views, HallId hall) {
		JsonNode view = views.get(hall);
		return (view != null) ? view.path("version").longValue(0) : 0;
	}

	private static boolean await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + atMost.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			TimeUnit.MILLISECONDS.sleep(20);
		}
		return true;
	}

}
