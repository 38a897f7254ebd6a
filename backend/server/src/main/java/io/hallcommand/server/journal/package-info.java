/**
 * Where events are kept: one gapless journal a hall, the only truth.
 * <p>
 * The way in is one statement for many halls, which is one transaction and one round
 * trip. Its rows are columns in PostgreSQL's binary format, which spares both sides the
 * way through text. COPY was tried and is not used: it writes rows for less, but heads
 * must be moved and repeated keys be found by a statement before it, which took most of
 * the gain back when both sent text, and it takes more round trips. The statement is
 * planned anew each time, so that the planner sees the day and looks at the newest
 * partitions only; that is about a millisecond, shared by all events of a commit.
 */
@NullMarked
package io.hallcommand.server.journal;

import org.jspecify.annotations.NullMarked;
