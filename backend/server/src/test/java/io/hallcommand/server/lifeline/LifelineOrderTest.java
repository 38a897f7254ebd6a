package io.hallcommand.server.lifeline;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.hallcommand.core.emergency.EmergencyKind;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.hall.EmergencyAnswer;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.live.Urgent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * In which order what is said of a hall is recorded, and that nothing blocks it for ever.
 */
class LifelineOrderTest {

	private static final HallId HALL = new HallId("h");

	private final List<String> recorded = new CopyOnWriteArrayList<>();

	@Test
	void whatCannotBeRecordedDoesNotKeepBackWhatWasSaidAfterIt(@TempDir Path directory) throws IOException {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		Lifeline lifeline = new Lifeline(halls(), InstantSource.system(),
				new LifelineSettings(directory, Duration.ofHours(1), 10), meters);
		lifeline.start();
		Mono<Told> spoiled = said(lifeline, "spoiled").cache();
		spoiled.subscribe((told) -> {
		}, (failure) -> {
		});
		Mono<Told> next = said(lifeline, "next").cache();
		next.subscribe();
		assertThat(next.block(Duration.ofMinutes(1))).extracting(Told::recorded).isEqualTo(true);
		assertThat(this.recorded).containsExactly("next");
		assertThatThrownBy(() -> spoiled.block(Duration.ofSeconds(5))).hasRootCauseMessage("a bug");
		await().until(() -> meters.get("hall.lifeline.pending").gauge().value() == 0);
		lifeline.stop();
		try (PendingLog log = PendingLog.open(directory)) {
			assertThat(log.pending()).as("and it is not tried again after the next start").isEmpty();
		}
	}

	private static Mono<Told> said(Lifeline lifeline, String id) {
		return lifeline.order(HALL,
				new EmergencyOrder.Declare(EmergencyKind.FIRE, List.of(), null, null, null, false, false, null),
				"zhou.min", id);
	}

	/** Records all but what is spoiled. */
	private Halls halls() {
		return (Halls) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Halls.class }, (proxy,
				method, arguments) -> method.getName().equals("record") ? record((Urgent) arguments[1]) : none());
	}

	private Mono<EmergencyAnswer> record(Urgent urgent) {
		return Mono.defer(() -> {
			if (urgent.key().id().equals("spoiled")) {
				return Mono.error(new IllegalArgumentException("a bug"));
			}
			this.recorded.add(urgent.key().id());
			return Mono.just(EmergencyAnswer.nothing(1));
		});
	}

	private static @Nullable Object none() {
		return null;
	}

}
