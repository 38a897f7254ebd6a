package io.hallcommand.core.alert;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What people do about an alert.
 *
 * @param acknowledged the newest acknowledgement
 * @param assignee who is on it
 * @param note the newest note
 * @param step how many steps of the escalation were taken
 * @param escalated the newest of them
 * @param reminders how often those who acknowledged were reminded
 * @param touchedAt when somebody last did something about it, or was reminded
 */
public record Care(@Nullable Signature acknowledged, @Nullable String assignee, @Nullable Note note, int step,
		@Nullable Escalation escalated, int reminders, Instant touchedAt) {

	static Care none(Instant now) {
		return new Care(null, null, null, 0, null, 0, now);
	}

	/**
	 * Who, and when.
	 */
	public record Signature(String by, Instant at) {
	}

	public record Note(String text, String by, Instant at) {
	}

	public record Escalation(Duty to, Instant at) {
	}

	Care acknowledged(String by, @Nullable String note, Instant now) {
		return new Care(new Signature(by, now), (this.assignee != null) ? this.assignee : by, noted(by, note, now),
				this.step, this.escalated, 0, now);
	}

	Care note(String by, @Nullable String note, Instant now) {
		return new Care(this.acknowledged, this.assignee, noted(by, note, now), this.step, this.escalated, 0, now);
	}

	Care assigned(String to, String by, @Nullable String note, Instant now) {
		return new Care(this.acknowledged, to, noted(by, note, now), this.step, this.escalated, 0, now);
	}

	Care escalated(int step, Duty to, Instant now) {
		return new Care(this.acknowledged, this.assignee, this.note, step, new Escalation(to, now), this.reminders,
				this.touchedAt);
	}

	Care reminded(int times, Instant now) {
		return new Care(this.acknowledged, this.assignee, this.note, this.step, this.escalated, times, now);
	}

	/** Nobody knows of it any more: whoever was on it still is. */
	Care anew(Instant now) {
		return new Care(null, this.assignee, this.note, 0, null, 0, now);
	}

	private @Nullable Note noted(String by, @Nullable String note, Instant now) {
		return (note != null) ? new Note(note, by, now) : this.note;
	}

}
