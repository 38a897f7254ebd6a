/**
 * A small discrete-event engine: virtual time, an agenda, pace and seeded chance.
 */
@NullMarked
package io.hallcommand.sim.engine;

import org.jspecify.annotations.NullMarked;
