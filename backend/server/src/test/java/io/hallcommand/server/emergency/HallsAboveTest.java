package io.hallcommand.server.emergency;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.hallcommand.core.emergency.Below;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyAction;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EventSeverity;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.emergency.Places;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallClock;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallLevel;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.place.Label;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.journal.JournalUnavailableException;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.live.NoSuchHallException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class HallsAboveTest {

	private static final EmergencyId ID = new EmergencyId("e-1");

	private final Map<HallId, HallPlan> plans = new LinkedHashMap<>();

	private final List<Told> told = new CopyOnWriteArrayList<>();

	private final AtomicInteger attempts = new AtomicInteger();

	/** What every telling ends in; {@code null} if it succeeds. */
	private volatile @Nullable RuntimeException failure;

	private final EmergencyBook book = new EmergencyBook();

	private final HallsAbove above = new HallsAbove(halls(), new Known(this.plans));

	/**
	 * What a hall has heard.
	 */
	private record Told(HallId to, Below below) {
	}

	@Test
	void allHallsAboveAreTold() {
		tree();
		this.above.moved(new HallId("county"), happens(declared()));
		await().until(() -> this.told.size() == 2);
		assertThat(this.told).extracting((each) -> each.to().value()).containsExactlyInAnyOrder("city", "province");
		assertThat(this.told.getFirst().below()).isEqualTo(new Below("county", new Label("厅", "Hall"), ID,
				EmergencyKind.FIRE, false, new Label("本大厅火警", "Fire in this hall"), EventSeverity.LARGE,
				this.told.getFirst().below().instruction(), false, false, Instant.EPOCH, 1));
	}

	@Test
	void whileTheyCannotBeReachedOnlyTheNewestStateWaits() {
		tree();
		this.failure = new JournalUnavailableException("down", new IllegalStateException());
		HallId county = new HallId("county");
		this.above.moved(county, happens(declared()));
		this.above.moved(county, happens(end("zhou")));
		this.above.moved(county, happens(end("li")));
		await().until(() -> this.attempts.get() >= 4);
		assertThat(this.told).isEmpty();
		this.failure = null;
		await().atMost(Duration.ofSeconds(20)).until(() -> this.told.size() >= 2);
		assertThat(this.told).hasSize(2).allSatisfy((each) -> assertThat(each.below().ended()).isTrue());
	}

	@Test
	void aHallThatIsGoneIsNotToldForEver() {
		tree();
		this.failure = new NoSuchHallException(new HallId("city"));
		this.above.moved(new HallId("county"), happens(declared()));
		assertThat(this.attempts.get()).isEqualTo(2);
		this.failure = null;
		this.above.moved(new HallId("county"), happens(end("zhou")));
		assertThat(this.told).hasSize(2).allSatisfy((each) -> assertThat(each.below().ending()).isTrue());
	}

	@Test
	void aCircleOfHallsIsWalkedOnce() {
		tree();
		plan("province", "county");
		this.above.moved(new HallId("county"), happens(declared()));
		assertThat(this.told).extracting((each) -> each.to().value()).containsExactly("city", "province");
	}

	@Test
	void nobodyIsAboveAHallWhoseParentIsUnknown() {
		plan("county", "nowhere");
		this.above.moved(new HallId("county"), happens(declared()));
		this.above.moved(new HallId("elsewhere"), Objects.requireNonNull(this.book.find(ID)));
		assertThat(this.attempts.get()).isZero();
	}

	private void tree() {
		plan("county", "city");
		plan("city", "province");
		plan("province", null);
	}

	private void plan(String id, @Nullable String parent) {
		HallId hall = new HallId(id);
		this.plans.put(hall,
				new HallPlan(hall, new Label("厅", "Hall"), HallLevel.COUNTY,
						(parent != null) ? new HallId(parent) : null, ZoneOffset.UTC, HallClock.LIVE, null, List.of(),
						List.of(), List.of()));
	}

	private static EmergencyOrder declared() {
		return new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), EventSeverity.LARGE, null, null, false, false,
				null);
	}

	private static EmergencyOrder end(String officer) {
		return new EmergencyOrder.OnEmergency(ID, new EmergencyAction.End(Outcome.RESOLVED, officer));
	}

	private Emergency happens(EmergencyOrder order) {
		String actor = (order instanceof EmergencyOrder.OnEmergency on && on.action().text() != null)
				? on.action().text() : "zhou";
		this.book.judge(order, actor, ID, 1, new Nowhere())
			.events()
			.forEach((event) -> this.book.apply(event, Instant.EPOCH));
		return Objects.requireNonNull(this.book.find(ID));
	}

	/** Of all that halls can do they are only told. */
	private Halls halls() {
		return (Halls) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Halls.class },
				(proxy, method, arguments) -> {
					assertThat(method.getName()).isEqualTo("emergency");
					return tell((HallId) arguments[0], (EmergencyOrder.Tell) arguments[1]);
				});
	}

	private Mono<EmergencyAnswer> tell(HallId hall, EmergencyOrder.Tell order) {
		this.attempts.incrementAndGet();
		RuntimeException failed = this.failure;
		if (failed != null) {
			return Mono.error(failed);
		}
		this.told.add(new Told(hall, order.below()));
		return Mono.just(EmergencyAnswer.nothing(1));
	}

	private static final class Nowhere implements Places {

		@Override
		public @Nullable Label zone(HallZoneId id) {
			return null;
		}

		@Override
		public boolean hasExit(String id) {
			return false;
		}

	}

	private record Known(Map<HallId, HallPlan> all) implements Directory {

		@Override
		public Optional<HallPlan> plan(HallId hall) {
			return Optional.ofNullable(this.all.get(hall));
		}

		@Override
		public boolean exists(HallId hall) {
			return this.all.containsKey(hall);
		}

		@Override
		public boolean isWithin(HallId hall, HallId ancestor) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<HallPlan> plans() {
			return List.copyOf(this.all.values());
		}

	}

}
