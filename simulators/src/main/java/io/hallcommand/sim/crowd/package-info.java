/**
 * Visitors and windows of a hall, simulated and reported as its devices would.
 */
@NullMarked
package io.hallcommand.sim.crowd;

import org.jspecify.annotations.NullMarked;
