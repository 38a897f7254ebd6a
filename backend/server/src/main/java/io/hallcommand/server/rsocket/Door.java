package io.hallcommand.server.rsocket;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.PlanCheck;
import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.problem.Problems;
import io.netty.buffer.ByteBuf;
import io.rsocket.ConnectionSetupPayload;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.core.RSocketServer;
import io.rsocket.exceptions.RejectedSetupException;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.metadata.AuthMetadataCodec;
import io.rsocket.metadata.CompositeMetadata;
import io.rsocket.metadata.RoutingMetadata;
import io.rsocket.metadata.WellKnownAuthType;
import io.rsocket.metadata.WellKnownMimeType;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.stereotype.Component;

/**
 * Lets callers in by the token in their SETUP (or by what the WebSocket's upgrade brought
 * along) and leads each request to its route, if the caller has the right to it.
 */
@Component
class Door {

	private static final String COMPOSITE = WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString();

	private static final String AUTHENTICATION = WellKnownMimeType.MESSAGE_RSOCKET_AUTHENTICATION.getString();

	private static final String ROUTING = WellKnownMimeType.MESSAGE_RSOCKET_ROUTING.getString();

	/** Where Reactor looks for who hears of errors that come after the end. */
	private static final String LATE_ERRORS = "reactor.onErrorDropped.local";

	private static final Logger log = LoggerFactory.getLogger(Door.class);

	private final Access access;

	private final Map<String, HallRoute> routes;

	Door(Access access, List<HallRoute> routes) {
		this.access = access;
		this.routes = routes.stream().collect(Collectors.toMap(HallRoute::name, Function.identity()));
	}

	/**
	 * Serves a connection until it closes.
	 * @param known who it is already known to be
	 */
	Mono<Void> serve(NettyDuplexConnection connection, Mono<Caller> known) {
		return RSocketServer.create((setup, requester) -> accept(connection, setup, known))
			.payloadDecoder(PayloadDecoder.ZERO_COPY)
			.asConnectionAcceptor()
			.apply(connection);
	}

	private Mono<RSocket> accept(NettyDuplexConnection connection, ConnectionSetupPayload setup, Mono<Caller> known) {
		if (!COMPOSITE.equals(setup.metadataMimeType())) {
			return Mono.error(unauthorized("The metadata must be " + COMPOSITE + "."));
		}
		String token = token(setup);
		Mono<Caller> caller = (token != null) ? this.access.authenticate(token) : known;
		return caller
			.switchIfEmpty(Mono.error(() -> unauthorized((token != null) ? "This token is unknown, revoked or over."
					: "The SETUP has no bearer token as " + AUTHENTICATION + ".")))
			.map((who) -> responder(new Peer(who, connection.channel(), connection)))
			.onErrorMap((ex) -> (ex instanceof RejectedSetupException) ? ex : RSocketProblem.setup(ex));
	}

	private RSocket responder(Peer peer) {
		return new RSocket() {
			@Override
			public Flux<Payload> requestStream(Payload request) {
				return lead(request, peer, (route, hall) -> route.stream(hall, request, peer));
			}

			@Override
			public Flux<Payload> requestChannel(Publisher<Payload> requests) {
				return Flux.from(requests).switchOnFirst((first, all) -> {
					Payload request = first.get();
					return (request != null) ? lead(request, peer, (route, hall) -> route.channel(hall, all, peer))
							: all;
				}).contextWrite(Context.of(LATE_ERRORS, (Consumer<Throwable>) Door::late));
			}

			@Override
			public Mono<Payload> requestResponse(Payload request) {
				request.release();
				return Mono
					.error(RSocketProblem.request(Problems.notFound("There are no request-response routes here.")));
			}

			@Override
			public Mono<Void> fireAndForget(Payload request) {
				request.release();
				return Mono.empty();
			}
		};
	}

	/**
	 * Goes on with a request on its route.
	 */
	private interface Way {

		Flux<Payload> go(HallRoute route, HallId hall);

	}

	private Flux<Payload> lead(Payload request, Peer peer, Way way) {
		String path = route(request);
		int dot = (path != null) ? path.lastIndexOf('.') : -1;
		HallRoute route = (path != null && dot > 0) ? this.routes.get(path.substring(dot + 1)) : null;
		if (path == null || route == null || !path.startsWith("halls.") || dot <= "halls.".length()) {
			request.release();
			return Flux.error(RSocketProblem
				.request(Problems.notFound((path == null) ? "The request has no route as " + ROUTING + "."
						: "There is no route '" + path + "'; there are halls.{hall}." + this.routes.keySet() + ".")));
		}
		HallId hall = new HallId(path.substring("halls.".length(), dot));
		if (!PlanCheck.validId(hall.value()) || !this.access.allows(peer.caller(), route.right(), hall)) {
			request.release();
			return Flux.error(RSocketProblem.request(Problems.forbidden(
					"'" + peer.caller().name() + "' has not the right " + route.right() + " in hall '" + hall + "'.")));
		}
		return way.go(route, hall).takeUntilOther(this.access.over(peer.caller())).onErrorMap(RSocketProblem::request);
	}

	/** The library tells a refused channel once more that it was refused. */
	private static void late(Throwable failure) {
		log.debug("After the end of a channel", failure);
	}

	private static Throwable unauthorized(String detail) {
		return RSocketProblem.setup(Problems.unauthorized(detail).exception());
	}

	private static @Nullable String token(ConnectionSetupPayload setup) {
		ByteBuf auth = metadata(setup, AUTHENTICATION);
		if (auth == null || !auth.isReadable() || !AuthMetadataCodec.isWellKnownAuthType(auth)
				|| AuthMetadataCodec.readWellKnownAuthType(auth) != WellKnownAuthType.BEARER) {
			return null;
		}
		return auth.toString(StandardCharsets.UTF_8);
	}

	private static @Nullable String route(Payload request) {
		ByteBuf routing = metadata(request, ROUTING);
		if (routing == null) {
			return null;
		}
		var tags = new RoutingMetadata(routing).iterator();
		return tags.hasNext() ? tags.next() : null;
	}

	private static @Nullable ByteBuf metadata(Payload payload, String mimeType) {
		if (payload.hasMetadata()) {
			for (CompositeMetadata.Entry entry : new CompositeMetadata(payload.sliceMetadata(), false)) {
				if (mimeType.equals(entry.getMimeType())) {
					return entry.getContent();
				}
			}
		}
		return null;
	}

}
