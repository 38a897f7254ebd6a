/**
 * Screens of many halls: every hall of a part of the tree with its worst condition, live,
 * on any node, whether or not somebody looks at that hall.
 * <p>
 * A hall's writer draws a {@link io.hallcommand.core.hall.Glance} about once a second
 * while the hall changes, and at once when an alert or an emergency moves. It is kept in
 * memory and, a moment later, in a table: so it is there right after a start, before any
 * hall lives, and other nodes read there what changed, but only while somebody watches a
 * region with them. The journal stays the truth: what the table misses is drawn anew
 * ({@link io.hallcommand.server.region.Unseen}), and while the database does not answer
 * only the newest glance of each hall waits for it.
 * <p>
 * A region is drawn while somebody watches it, at most once a second, and what is sent is
 * what changed of the halls that changed.
 */
@NullMarked
package io.hallcommand.server.region;

import org.jspecify.annotations.NullMarked;
