/**
 * Where events are kept: one gapless journal a hall, the only truth.
 * <p>
 * The way in is one statement for many halls, which is one transaction and one round
 * trip. Its rows are columns in PostgreSQL's binary format; as text they cost both sides
 * more than the rows themselves. COPY was tried and is not used: it writes rows for less,
 * but heads must be moved and repeated keys be found by a statement before it, and then
 * both ways cost the same, while COPY takes five round trips. The statement is planned
 * anew each time, so that the planner sees the day and looks at the newest partitions
 * only; that is about a millisecond, shared by all events of a commit.
 */
@NullMarked
package io.hallcommand.server.journal;

import org.jspecify.annotations.NullMarked;
