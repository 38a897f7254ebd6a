/**
 * Tells other systems of alerts: a hall's own SMS, chat or pager, by signed requests.
 * <p>
 * The journal is the queue. What it says of alerts is read a moment after it was
 * committed, and becomes a delivery for each webhook that wants it; the database's unique
 * key sees to it that this happens once, whichever node reads and however often. A
 * delivery is claimed for a while, sent, and written off: a node that dies in between
 * leaves it to be claimed again. So a receiver hears of everything at least once, and
 * knows by its id what it has heard. Nothing here is on the way of an event into the
 * journal.
 */
@NullMarked
package io.hallcommand.server.webhook;

import org.jspecify.annotations.NullMarked;
