package io.hallcommand.server.intake;

import java.util.ArrayList;
import java.util.List;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Right;
import io.hallcommand.server.rsocket.HallRoute;
import io.hallcommand.server.rsocket.Peer;
import io.hallcommand.wire.HallJson;
import io.netty.buffer.ByteBuf;
import io.rsocket.Payload;
import io.rsocket.util.ByteBufPayload;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * {@code halls.{hall}.events}: a request-channel on which each payload brings an event or
 * an array of events, and each is answered in its turn. The server asks for as many
 * payloads as it can commit: that is the brake.
 */
@Component
class RSocketIntake implements HallRoute {

	/** So many payloads are under way at once; their order is kept. */
	private static final int UNDER_WAY = 32;

	private final Intake intake;

	private final IntakeSettings limits;

	RSocketIntake(Intake intake, IntakeSettings limits) {
		this.intake = intake;
		this.limits = limits;
	}

	@Override
	public String name() {
		return "events";
	}

	@Override
	public Right right() {
		return Right.REPORT;
	}

	@Override
	public Flux<Payload> channel(HallId hall, Flux<Payload> requests, Peer peer) {
		return requests.map(this::items)
			.flatMapSequential((items) -> this.intake.take(hall, items, 0), UNDER_WAY)
			.map((answer) -> ByteBufPayload.create(HallJson.mapper().writeValueAsBytes(answer)));
	}

	private List<Intake.Item> items(Payload payload) {
		ByteBuf data = payload.sliceData();
		byte[] bytes = new byte[data.readableBytes()];
		data.readBytes(bytes);
		payload.release();
		if (!(Intake.parse(bytes, 0, bytes.length) instanceof Intake.Parsed(JsonNode json)) || !json.isArray()) {
			return List.of(Intake.parse(bytes, 0, bytes.length));
		}
		if (json.size() > this.limits.maxBatch()) {
			return List.of(new Intake.Unreadable("is an array of more than " + this.limits.maxBatch() + " events"));
		}
		List<Intake.Item> items = new ArrayList<>(json.size());
		json.forEach((event) -> items.add(new Intake.Parsed(event)));
		return items;
	}

}
