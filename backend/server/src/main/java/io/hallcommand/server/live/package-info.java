/**
 * One writer a hall: it decides, commits through the journal, applies, and draws frames.
 */
@NullMarked
package io.hallcommand.server.live;

import org.jspecify.annotations.NullMarked;
