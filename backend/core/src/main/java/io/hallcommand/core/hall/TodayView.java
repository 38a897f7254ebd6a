package io.hallcommand.core.hall;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.SequencedMap;

import io.hallcommand.core.queue.QueueFigures;
import org.jspecify.annotations.Nullable;

/**
 * The hall's day so far.
 *
 * @param date in the hall's time zone; {@code null} in a replayed hall before its first
 * event
 * @param total the sum over the queues
 * @param p90WaitSeconds the wait that nine of ten did not exceed, up to a minute more
 * @param onTimeRate the share of calls within the queue's limit, 0 to 1
 * @param intervals by the local time at which they began; in a patch those that changed
 * @param ratings {@code null} while there is none
 * @param usual what is usual on this weekday; {@code null} while no such day was seen,
 * and in a patch: it changes with the day only
 */
public record TodayView(@Nullable LocalDate date, QueueFigures total, int waiting, @Nullable Double averageWaitSeconds,
		@Nullable Long p90WaitSeconds, @Nullable Double averageServiceSeconds, @Nullable Double onTimeRate,
		int anomalies, SequencedMap<LocalTime, Interval> intervals, @Nullable Ratings ratings,
		@Nullable UsualDay usual) {

}
