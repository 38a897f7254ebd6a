/**
 * Many screens and many devices at once, measured from the scheduled time.
 */
@NullMarked
package io.hallcommand.sim.load;

import org.jspecify.annotations.NullMarked;
