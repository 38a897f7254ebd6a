/**
 * Tickets and the queues in which they wait.
 */
@NullMarked
package io.hallcommand.core.queue;

import org.jspecify.annotations.NullMarked;
