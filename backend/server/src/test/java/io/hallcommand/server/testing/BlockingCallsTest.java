package io.hallcommand.server.testing;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The watch over event loops is on.
 */
class BlockingCallsTest {

	@Test
	void aBlockingCallOnAnEventLoopFails() {
		assertThatThrownBy(() -> Mono.delay(Duration.ofMillis(1), Schedulers.parallel()).doOnNext((tick) -> {
			try {
				Thread.sleep(1);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}).block()).hasCauseInstanceOf(BlockingOperationError.class);
	}

}
