package io.hallcommand.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import io.hallcommand.wire.HallJson;
import io.hallcommand.wire.PlanJson;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Reads plans that people wrote, as YAML or JSON, and tells them the line of what is
 * wrong.
 */
public final class PlanText {

	private static final YAMLMapper YAML = YAMLMapper
		.builder(YAMLFactory.builder()
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.streamReadConstraints(StreamReadConstraints.builder()
				.maxNestingDepth(HallJson.MAX_NESTING)
				.maxStringLength(HallJson.MAX_STRING)
				.build())
			.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
			.build())
		.build();

	private PlanText() {
	}

	/**
	 * A format of plans.
	 */
	public enum Format {

		JSON(HallJson.mapper()), YAML(PlanText.YAML);

		private final ObjectMapper mapper;

		Format(ObjectMapper mapper) {
			this.mapper = mapper;
		}

	}

	/**
	 * A plan that was read, or what is wrong with it.
	 *
	 * @param plan {@code null} exactly if there are faults
	 */
	public record Reading(@Nullable HallPlan plan, List<Fault> faults) {
	}

	/**
	 * What is wrong.
	 *
	 * @param line counted from 1; 0 if it is not known
	 * @param field empty for the whole
	 */
	public record Fault(int line, String field, String reason) {
	}

	/**
	 * Reads a plan.
	 * @param hall the hall it is for, if that is known
	 */
	public static Reading read(byte[] text, Format format, @Nullable HallId hall) {
		JsonNode json;
		try {
			json = format.mapper.readTree(text);
		}
		catch (JacksonException ex) {
			int line = (ex.getLocation() != null) ? Math.max(0, ex.getLocation().getLineNr()) : 0;
			return new Reading(null, List.of(new Fault(line, "", "is not " + format + ": " + firstLine(ex))));
		}
		if (json == null || json.isMissingNode() || json.isNull()) {
			return new Reading(null, List.of(new Fault(0, "", "is empty")));
		}
		PlanJson.Reading reading = PlanJson.read(json, hall);
		if (reading.problems().isEmpty()) {
			return new Reading(reading.plan(), List.of());
		}
		Map<String, Integer> lines = lines(text, format);
		List<Fault> faults = new ArrayList<>();
		for (WireProblem problem : reading.problems()) {
			String field = (problem.field() != null) ? problem.field() : "";
			faults.add(new Fault(line(lines, field), field, problem.reason()));
		}
		return new Reading(null, faults);
	}

	/**
	 * Writes a plan as YAML.
	 */
	public static String yaml(HallPlan plan) {
		return YAML.writeValueAsString(PlanJson.write(plan));
	}

	/** Where each field stands; its path is written as in the problems. */
	private static Map<String, Integer> lines(byte[] text, Format format) {
		Map<String, Integer> lines = new HashMap<>();
		try (JsonParser parser = format.mapper.createParser(new String(text, StandardCharsets.UTF_8))) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				lines.putIfAbsent(path(parser.streamReadContext(), token), parser.currentTokenLocation().getLineNr());
			}
		}
		return lines;
	}

	private static String path(TokenStreamContext context, JsonToken token) {
		// The context of an opening brace is already the inside of it
		TokenStreamContext at = token.isStructStart() ? context.getParent() : context;
		StringBuilder path = new StringBuilder();
		for (; at != null && !at.inRoot(); at = at.getParent()) {
			String step = at.inArray() ? "[" + at.getCurrentIndex() + "]" : "." + at.currentName();
			path.insert(0, step);
		}
		return path.toString().replaceFirst("^\\.", "");
	}

	/** A field that is missing stands where its owner begins. */
	private static int line(Map<String, Integer> lines, String field) {
		for (String path = field; !path.isEmpty(); path = owner(path)) {
			Integer line = lines.get(path);
			if (line != null) {
				return line;
			}
		}
		return lines.getOrDefault("", 0);
	}

	private static String owner(String path) {
		int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
		return (end > 0) ? path.substring(0, end) : "";
	}

	private static String firstLine(JacksonException ex) {
		return ex.getOriginalMessage().lines().findFirst().orElse("cannot be read");
	}

}
