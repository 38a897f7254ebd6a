package io.hallcommand.server.access.http;

import java.util.List;
import java.util.stream.Stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Right;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may send which request. Whatever stands here with no rule of its own needs at least
 * a caller.
 */
final class Rules implements ReactiveAuthorizationManager<AuthorizationContext> {

	/** Why a request was refused, for the answer. */
	static final String REASON = Rules.class.getName() + ".reason";

	private static final PathPattern HALL = PathPatternParser.defaultInstance.parse("/api/halls/{hall}/**");

	private static final PathPattern HALL_EVENTS = PathPatternParser.defaultInstance.parse("/api/halls/{hall}/events");

	private static final PathPattern HALL_PLAN = PathPatternParser.defaultInstance.parse("/api/halls/{hall}/plan");

	/** What only managers change. */
	private static final List<PathPattern> MANAGED = Stream
		.of("/api/halls/{hall}/rules", "/api/halls/{hall}/roster", "/api/halls/{hall}/usual",
				"/api/halls/{hall}/alerts/holds/**", "/api/halls/{hall}/webhooks/**",
				"/api/halls/{hall}/emergencies/plans/**", "/api/halls/{hall}/emergencies/drills/**")
		.map(PathPatternParser.defaultInstance::parse)
		.toList();

	private static final PathPattern WEBHOOKS = PathPatternParser.defaultInstance
		.parse("/api/halls/{hall}/webhooks/**");

	/** What visitors of a hall may see. */
	private static final List<PathPattern> PUBLIC = Stream
		.of("/api/halls/{hall}/public", "/api/halls/{hall}/public/stream")
		.map(PathPatternParser.defaultInstance::parse)
		.toList();

	private static final PathPattern BOARD = PathPatternParser.defaultInstance.parse("/board/{hall}/**");

	private static final PathPattern WALL = PathPatternParser.defaultInstance.parse("/wall/{hall}/**");

	private static final PathPattern REGION = PathPatternParser.defaultInstance.parse("/region/{hall}/**");

	/** In the address of a wall that shows what visitors may see. */
	private static final String FOR_VISITORS = "public";

	private final Access access;

	Rules(Access access) {
		this.access = access;
	}

	@Override
	public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
		ServerHttpRequest request = context.getExchange().getRequest();
		if (Addresses.open(request)) {
			return Mono.just(Verdict.ALLOWED);
		}
		return authentication.ofType(CallerAuthentication.class).<AuthorizationResult>map((shown) -> {
			Verdict verdict = judge(shown.getPrincipal(), request);
			// The exception that comes of a refusal does not carry the verdict
			context.getExchange().getAttributes().put(REASON, verdict.reason());
			return verdict;
		}).defaultIfEmpty(new Verdict("Nobody has shown who asks."));
	}

	Verdict judge(Caller caller, ServerHttpRequest request) {
		String path = Addresses.path(request);
		if (path.equals("/api/halls")) {
			return role(caller, Right.VIEW);
		}
		HallId hall = hall(HALL, request);
		if (hall != null) {
			return hall(caller, hall, request);
		}
		if (path.startsWith("/api/tokens") || path.startsWith("/api/users")) {
			return role(caller, Right.ADMINISTER);
		}
		if (path.startsWith("/actuator")) {
			return (caller.scope() == null) ? role(caller, Right.ADMINISTER)
					: new Verdict("This is about all halls, and " + caller.name() + " is for " + caller.scope() + ".");
		}
		if (!Addresses.page(request)) {
			return Verdict.ALLOWED;
		}
		HallId board = hall(BOARD, request);
		if (board != null) {
			return inHall(caller, Right.VISIT, board);
		}
		HallId wall = hall(WALL, request);
		if (wall != null) {
			boolean visited = request.getQueryParams().containsKey(FOR_VISITORS);
			return inHall(caller, visited ? Right.VISIT : Right.VIEW, wall);
		}
		HallId region = hall(REGION, request);
		if (region != null) {
			return inHall(caller, Right.VIEW, region);
		}
		return role(caller, Right.VIEW);
	}

	private Verdict hall(Caller caller, HallId hall, ServerHttpRequest request) {
		if (Addresses.reads(request)) {
			if (PUBLIC.stream().anyMatch((pattern) -> hall(pattern, request) != null)) {
				return inHall(caller, Right.VISIT, hall);
			}
			// Where messages go is not for everybody to see
			return inHall(caller, (hall(WEBHOOKS, request) != null) ? Right.PLAN : Right.VIEW, hall);
		}
		if (MANAGED.stream().anyMatch((pattern) -> hall(pattern, request) != null)) {
			return inHall(caller, Right.PLAN, hall);
		}
		if (request.getMethod() == HttpMethod.POST && hall(HALL_EVENTS, request) != null) {
			return inHall(caller, Right.REPORT, hall);
		}
		if (request.getMethod() == HttpMethod.PUT && hall(HALL_PLAN, request) != null) {
			// Where the hall may lie depends on its plan: judged when that was read
			return role(caller, Right.PLAN);
		}
		return inHall(caller, Right.ACT, hall);
	}

	private Verdict inHall(Caller caller, Right right, HallId hall) {
		Verdict verdict = role(caller, right);
		if (!verdict.isGranted() || this.access.allows(caller, right, hall)) {
			return verdict;
		}
		return new Verdict(caller.name() + " is for the hall '" + caller.scope() + "' and those below it, and '" + hall
				+ "' is not among them.");
	}

	private static Verdict role(Caller caller, Right right) {
		return caller.role().has(right) ? Verdict.ALLOWED
				: new Verdict(caller.name() + " is a " + caller.role() + ", which has no right to " + right + ".");
	}

	private static @Nullable HallId hall(PathPattern pattern, ServerHttpRequest request) {
		PathContainer path = request.getPath().pathWithinApplication();
		PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
		String hall = (match != null) ? match.getUriVariables().get("hall") : null;
		return (hall != null && !hall.isEmpty()) ? new HallId(hall) : null;
	}

}
