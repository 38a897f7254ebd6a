/**
 * Emergencies as messages of the Common Alerting Protocol (OASIS CAP 1.2), for other
 * systems to read: a feed for each hall. They are drawn from the journal when somebody
 * asks, and are the same every time.
 */
@NullMarked
package io.hallcommand.server.cap;

import org.jspecify.annotations.NullMarked;
