package io.hallcommand.server.cap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyBook;
import io.hallcommand.core.emergency.EmergencyEvent;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.Language;
import io.hallcommand.core.emergency.Outcome;
import io.hallcommand.core.hall.HallPlan;
import org.jspecify.annotations.Nullable;

/**
 * Draws the messages of a hall from what happened in it. An emergency whose declaration
 * is no longer known has none.
 */
final class CapMessages {

	private final HallPlan hall;

	private final EmergencyBook book = new EmergencyBook();

	private final Map<EmergencyId, List<CapMessage.Reference>> earlier = new HashMap<>();

	private final List<CapMessage> messages = new ArrayList<>();

	CapMessages(HallPlan hall) {
		this.hall = hall;
	}

	/** The oldest first. */
	List<CapMessage> all() {
		return List.copyOf(this.messages);
	}

	/** Takes what happened next. */
	void take(long version, Instant at, EmergencyEvent event) {
		Emergency before = (event instanceof EmergencyEvent.OfOne one) ? find(one.emergency()) : null;
		this.book.apply(event, at);
		if (event instanceof EmergencyEvent.OfOne one) {
			Emergency after = find(one.emergency());
			// One that was merged may be forgotten at once
			Emergency emergency = (after != null) ? after : before;
			if (emergency != null) {
				take(version, at, one, emergency);
			}
		}
	}

	/** Only what changes what the public is told. */
	private void take(long version, Instant at, EmergencyEvent.OfOne event, Emergency emergency) {
		boolean told = event instanceof EmergencyEvent.Graded || event instanceof EmergencyEvent.Instructed;
		if (event instanceof EmergencyEvent.Declared) {
			add(version, at, emergency, CapMessage.Type.ALERT, CapInfo.Turn.RUNS);
		}
		else if (told && emergency.runs()) {
			add(version, at, emergency, CapMessage.Type.UPDATE, CapInfo.Turn.RUNS);
		}
		else if (event instanceof EmergencyEvent.Ended ended) {
			add(version, at, emergency, CapMessage.Type.CANCEL, new CapInfo.Turn(ended.outcome(), null));
		}
		else if (event instanceof EmergencyEvent.Merged merged) {
			add(version, at, emergency, CapMessage.Type.CANCEL, new CapInfo.Turn(Outcome.MERGED, merged.into()));
		}
	}

	private void add(long version, Instant at, Emergency emergency, CapMessage.Type type, CapInfo.Turn turn) {
		List<CapMessage.Reference> references = this.earlier.computeIfAbsent(emergency.id(), (id) -> new ArrayList<>());
		List<EmergencyId> incidents = (turn.into() != null) ? List.of(emergency.id(), turn.into())
				: List.of(emergency.id());
		CapMessage message = new CapMessage(this.hall.hall() + "." + emergency.id() + "." + version,
				this.hall.hall() + "@hall-command", CapMessage.time(at.atZone(this.hall.timeZone()).toOffsetDateTime()),
				emergency.drill(), type, note(emergency, turn), references, incidents,
				List.of(new CapInfo(this.hall, emergency, turn, Language.ZH).write(),
						new CapInfo(this.hall, emergency, turn, Language.EN).write()));
		this.messages.add(message);
		references.add(message.reference());
	}

	private static @Nullable String note(Emergency emergency, CapInfo.Turn turn) {
		List<String> notes = new ArrayList<>();
		if (emergency.drill()) {
			notes.add("演练 Drill");
		}
		if (turn.outcome() == Outcome.FALSE_ALARM) {
			notes.add("误报 False alarm");
		}
		if (turn.into() != null) {
			notes.add("并入 Merged into " + turn.into());
		}
		return notes.isEmpty() ? null : String.join("; ", notes);
	}

	/** Not by the id of another report. */
	private @Nullable Emergency find(EmergencyId id) {
		Emergency found = this.book.find(id);
		return (found != null && found.id().equals(id)) ? found : null;
	}

}
