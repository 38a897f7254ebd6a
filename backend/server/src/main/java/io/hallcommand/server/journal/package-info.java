/**
 * Where events are kept: one gapless journal a hall, the only truth.
 */
@NullMarked
package io.hallcommand.server.journal;

import org.jspecify.annotations.NullMarked;
