/**
 * One writer a hall: it decides, commits through the journal, applies, and draws frames.
 * <p>
 * Halls are spread over lanes, each a thread that holds its halls for itself, so nothing
 * here is locked. A {@code Lane} is the door to a thread; {@code Reading} brings halls to
 * life from the journal, {@code Committing} decides and appends for all halls of the lane
 * at once, {@code FollowUp} does what a change brings with it. A commit's size is what
 * came in during the commit before it: an idle lane answers after one round trip, a busy
 * one shares a round trip among a thousand events.
 */
@NullMarked
package io.hallcommand.server.live;

import org.jspecify.annotations.NullMarked;
