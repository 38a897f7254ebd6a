/**
 * The hall: its plan, its events, the state that is their fold, and what screens get of
 * it.
 */
@NullMarked
package io.hallcommand.core.hall;

import org.jspecify.annotations.NullMarked;
