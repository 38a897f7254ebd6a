package io.hallcommand.sim.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Report;
import io.hallcommand.sim.client.Answer;

/**
 * What became of the events that were sent.
 */
public final class Sent {

	private static final int EXAMPLES = 10;

	private int accepted;

	private int duplicates;

	private int interruptions;

	private final Set<EventKey> rejected = new LinkedHashSet<>();

	private final List<String> reasons = new ArrayList<>();

	void add(Conveyor.Batch batch, Answer answer) {
		this.accepted += answer.accepted();
		this.duplicates += answer.duplicates();
		for (Answer.Rejection rejection : answer.rejected()) {
			int index = rejection.index();
			if (index >= 0 && index < batch.reports().size()) {
				Report report = batch.reports().get(index);
				this.rejected.add(report.key());
				if (this.reasons.size() < EXAMPLES) {
					this.reasons.add(report.key().id() + ": " + rejection.reason());
				}
			}
		}
	}

	void interrupted() {
		this.interruptions++;
	}

	/** Events that are new to the hall. */
	public int accepted() {
		return this.accepted;
	}

	/** Events that the hall had already. */
	public int duplicates() {
		return this.duplicates;
	}

	/** How often the server did not answer. */
	public int interruptions() {
		return this.interruptions;
	}

	/** Events that the hall refused. */
	public Set<EventKey> rejected() {
		return this.rejected;
	}

	/** Why it refused the first few. */
	public List<String> reasons() {
		return this.reasons;
	}

}
