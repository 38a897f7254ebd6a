/**
 * Classes that break a rule on purpose.
 */
@NullMarked
package io.hallcommand.sim.engine.planted;

import org.jspecify.annotations.NullMarked;
