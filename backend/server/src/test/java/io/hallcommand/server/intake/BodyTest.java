package io.hallcommand.server.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.hallcommand.server.problem.ProblemException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class BodyTest {

	private static final DataSize LIMIT = DataSize.ofBytes(10);

	private final List<ByteBuf> buffers = new ArrayList<>();

	@Test
	void putsThePiecesTogetherUpToTheLimit() {
		StepVerifier.create(read("12345", "67890").map((body) -> new String(body, StandardCharsets.UTF_8)))
			.expectNext("1234567890")
			.verifyComplete();
		assertThat(this.buffers).extracting(ByteBuf::refCnt).containsExactly(0, 0);
	}

	/** A client that is still sending would not see the answer. */
	@Test
	void readsWhatGrowsOverTheLimitToItsEndAndGivesEachBufferBackOnce() {
		StepVerifier.create(read("12345", "67890", "1", "the rest")).expectErrorSatisfies(this::isTooLarge).verify();
		assertThat(this.buffers).extracting(ByteBuf::refCnt).containsExactly(0, 0, 0, 0);
	}

	@Test
	void readsNoFurtherThanSixteenMegabytes() {
		String[] megabytes = Collections.nCopies(20, "x".repeat(1 << 20)).toArray(String[]::new);
		StepVerifier.create(read(megabytes)).expectErrorSatisfies(this::isTooLarge).verify();
		assertThat(this.buffers).hasSize(17).allMatch((buffer) -> buffer.refCnt() == 0);
	}

	@Test
	void refusesByItsAnnouncedLengthWithoutReading() {
		MockServerHttpRequest request = MockServerHttpRequest.post("/")
			.header("Content-Length", "17000000")
			.body(pieces("12345678901"));
		StepVerifier.create(Body.read(request, LIMIT)).expectErrorSatisfies(this::isTooLarge).verify();
		assertThat(this.buffers).isEmpty();
	}

	@Test
	void refusesAnEmptyBody() {
		StepVerifier.create(read())
			.expectErrorSatisfies(
					(failure) -> assertThat(((ProblemException) failure).problem().status()).isEqualTo(400))
			.verify();
	}

	private void isTooLarge(Throwable failure) {
		assertThat(((ProblemException) failure).problem().status()).isEqualTo(413);
	}

	private Mono<byte[]> read(String... pieces) {
		return Body.read(MockServerHttpRequest.post("/").body(pieces(pieces)), LIMIT);
	}

	private Flux<DataBuffer> pieces(String... pieces) {
		NettyDataBufferFactory factory = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);
		return Flux.fromArray(pieces).map((piece) -> {
			ByteBuf buffer = factory.getByteBufAllocator().buffer().writeBytes(piece.getBytes(StandardCharsets.UTF_8));
			this.buffers.add(buffer);
			return factory.wrap(buffer);
		});
	}

}
