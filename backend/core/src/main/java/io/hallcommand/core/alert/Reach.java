package io.hallcommand.core.alert;

import java.time.Instant;

import io.hallcommand.core.place.Label;
import io.hallcommand.core.queue.TicketId;
import io.hallcommand.core.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * How far something was beyond a rule's threshold when that was last looked at.
 *
 * @param level which of the rule's levels, from 0
 * @param title what is wrong
 * @param since when the level was reached
 * @param onset since when the time is counted that is too long; {@code null} for kinds
 * that count people
 * @param threshold of the level, in the alert's unit
 * @param value in the alert's unit
 * @param count how many tickets or people it is about, at least 1
 * @param ticket the one that is worst off
 * @param window which one to open
 */
public record Reach(int level, Severity severity, Label title, Instant since, @Nullable Instant onset, double threshold,
		double value, int count, @Nullable TicketId ticket, @Nullable WindowId window) {

}
