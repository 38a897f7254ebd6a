package io.hallcommand.core.emergency;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import io.hallcommand.core.place.HallZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to do in an emergency.
 */
public sealed interface EmergencyAction {

	/** A note that goes with it; it is kept also if the action is refused. */
	@Nullable String text();

	record WriteNote(String text) implements EmergencyAction {
	}

	record Tick(String step, @Nullable String text) implements EmergencyAction {
	}

	record Skip(String step, String text) implements EmergencyAction {
	}

	record Reopen(String step, @Nullable String text) implements EmergencyAction {
	}

	/** Exactly one of role and step. */
	record Assign(String to, @Nullable EmergencyRole role, @Nullable String step) implements EmergencyAction {

		@Override
		public @Nullable String text() {
			return null;
		}

	}

	/** {@code null} leaves a number as it is. */
	record Count(@Nullable Integer evacuated, @Nullable Integer injured, @Nullable Integer dead,
			@Nullable Integer missing) implements EmergencyAction {

		@Override
		public @Nullable String text() {
			return null;
		}

	}

	record MusterZone(HallZoneId zone, boolean clear, @Nullable Integer people,
			@Nullable String text) implements EmergencyAction {
	}

	/** {@code null} leaves a scale as it is; an empty one takes the level away. */
	record Grade(@Nullable EventSeverity severity, @Nullable Optional<WarningLevel> warningLevel,
			@Nullable Optional<ResponseLevel> responseLevel, String text) implements EmergencyAction {
	}

	/** {@code null} leaves zones or exits as they are. */
	record Instruct(Instruction instruction, @Nullable List<HallZoneId> zones, @Nullable List<String> closedExits,
			@Nullable String text) implements EmergencyAction {
	}

	/** Ends it, or proposes to, or confirms what another has proposed. */
	record End(Outcome outcome, @Nullable String text) implements EmergencyAction {
	}

	/** Takes the proposal to end it back. */
	record Continue(@Nullable String text) implements EmergencyAction {
	}

	record Merge(EmergencyId into, @Nullable String text) implements EmergencyAction {
	}

	/** The text is the report's, which is not a note. */
	record File(ReportKind report, String content) implements EmergencyAction {

		@Override
		public @Nullable String text() {
			return null;
		}

	}

	record NoteFinding(String finding, String owner, LocalDate due) implements EmergencyAction {

		@Override
		public @Nullable String text() {
			return null;
		}

	}

	record Mend(String finding, @Nullable String text) implements EmergencyAction {
	}

	record Close(@Nullable String text) implements EmergencyAction {
	}

}
