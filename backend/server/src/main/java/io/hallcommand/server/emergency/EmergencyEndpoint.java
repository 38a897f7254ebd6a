package io.hallcommand.server.emergency;

import java.util.Locale;
import java.util.regex.Pattern;

import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.Language;
import io.hallcommand.core.emergency.ReportDraft;
import io.hallcommand.core.emergency.ReportKind;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.desk.DeskBody;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.server.live.Halls;
import io.hallcommand.server.problem.Problems;
import io.hallcommand.wire.EmergencyOrderJson;
import io.hallcommand.wire.FrameJson;
import io.hallcommand.wire.HallJson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The emergencies of a hall: what there is and was, that there is one, and what officers
 * do in it.
 */
@RestController
@RequestMapping(path = "/api/halls/{hall}/emergencies", produces = MediaType.APPLICATION_JSON_VALUE)
class EmergencyEndpoint {

	/** Nothing else is asked of the journal. */
	private static final Pattern ID = Pattern.compile("e-[0-9a-v]{1,13}");

	private final EmergencyDesk desk;

	private final SourceAlert alerts;

	private final Stories stories;

	private final Halls halls;

	private final Directory directory;

	EmergencyEndpoint(EmergencyDesk desk, SourceAlert alerts, Stories stories, Halls halls, Directory directory) {
		this.desk = desk;
		this.alerts = alerts;
		this.stories = stories;
		this.halls = halls;
		this.directory = directory;
	}

	/** While the journal does not answer, what is past is left out. */
	@GetMapping
	Mono<ResponseEntity<String>> emergencies(@PathVariable String hall) {
		HallId id = new HallId(hall);
		return this.halls.view(id).flatMap((view) -> {
			ObjectNode json = FrameJson.emergenciesJson(view);
			return this.stories.past(id)
				.doOnNext((past) -> json.set("past", StoryJson.past(past, view.plan().timeZone())))
				.then()
				.onErrorComplete(Stories::isSilent)
				.then(Mono.fromSupplier(() -> fresh(json)));
		});
	}

	/** Also of one that was closed long ago, as far back as the journal is kept. */
	@GetMapping("/{emergency}")
	Mono<ResponseEntity<String>> emergency(@PathVariable String hall, @PathVariable String emergency) {
		return this.stories.of(new HallId(hall), id(emergency))
			.map((told) -> fresh(StoryJson.write(told.story(), told.view().plan().timeZone())));
	}

	@GetMapping("/{emergency}/reports")
	Mono<ResponseEntity<String>> reports(@PathVariable String hall, @PathVariable String emergency) {
		return this.stories.of(new HallId(hall), id(emergency))
			.map((told) -> fresh(StoryJson.reports(told.story(), told.view().plan().timeZone())));
	}

	/** For an officer to complete and file. */
	@GetMapping("/{emergency}/draft/{report:FIRST|FOLLOW_UP|FINAL}")
	Mono<ResponseEntity<String>> draft(@PathVariable String hall, @PathVariable String emergency,
			@PathVariable String report, @RequestParam(defaultValue = "zh") String lang) {
		Language language = language(lang);
		return this.stories.of(new HallId(hall), id(emergency)).map((told) -> {
			HallPlan plan = told.view().plan();
			String text = ReportDraft.draft(told.story().emergency(), told.story().lines(), ReportKind.valueOf(report),
					plan.name(), plan.timeZone(), language);
			return fresh(HallJson.mapper().createObjectNode().put("text", text));
		});
	}

	@PostMapping
	Mono<ResponseEntity<String>> declare(@PathVariable String hall,
			@RequestBody(required = false) @Nullable String body, @AuthenticationPrincipal Caller caller) {
		HallId id = new HallId(hall);
		EmergencyOrderJson.Reading reading = EmergencyOrderJson.declare(DeskBody.read(body));
		AlertId alert = reading.alert();
		return this.desk.order(id, reading, caller.name())
			.flatMap((done) -> this.alerts.acknowledge(id, alert, done, caller.name()).thenReturn(done))
			.map((done) -> {
				boolean joined = done.answer()
					.events()
					.stream()
					.anyMatch((event) -> event instanceof EmergencyEvent.Sighted);
				return answer(id, done, joined ? HttpStatus.OK : HttpStatus.CREATED, joined);
			});
	}

	@PostMapping("/{emergency}/{action:note|tick|skip|reopen|assign|count|muster|grade|instruct|end|continue|falseAlarm|merge|file|finding|mend|close}")
	Mono<ResponseEntity<String>> act(@PathVariable String hall, @PathVariable String emergency,
			@PathVariable String action, @RequestBody(required = false) @Nullable String body,
			@AuthenticationPrincipal Caller caller) {
		HallId id = new HallId(hall);
		return this.desk.order(id, EmergencyOrderJson.read(id(emergency), action, DeskBody.read(body)), caller.name())
			.map((done) -> answer(id, done, HttpStatus.OK, false));
	}

	private ResponseEntity<String> answer(HallId hall, EmergencyDesk.Done done, HttpStatus status, boolean joined) {
		ObjectNode json = HallJson.mapper().createObjectNode();
		Emergency emergency = done.answer().emergency();
		HallPlan plan = this.directory.plan(hall).orElse(null);
		if (emergency != null && plan != null) {
			json.set("emergency", FrameJson.emergencyJson(emergency, plan.timeZone()));
		}
		if (done.recorded()) {
			json.put("version", done.version());
		}
		json.put("recorded", done.recorded()).put("joined", joined);
		return ResponseEntity.status(done.recorded() ? status : HttpStatus.ACCEPTED).body(json.toString());
	}

	private static ResponseEntity<String> fresh(ObjectNode json) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json.toString());
	}

	private static Language language(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "zh" -> Language.ZH;
			case "en" -> Language.EN;
			default ->
				throw Problems.badRequest("The parameter 'lang' cannot be '" + text + "': it is zh or en.").exception();
		};
	}

	private static EmergencyId id(String text) {
		if (!ID.matcher(text).matches()) {
			throw Problems
				.notFound("There is no emergency '" + text + "': an emergency's id is such as e-5k2v0q1c3d9ra.")
				.with("reason", "UNKNOWN_EMERGENCY")
				.exception();
		}
		return new EmergencyId(text);
	}

}
