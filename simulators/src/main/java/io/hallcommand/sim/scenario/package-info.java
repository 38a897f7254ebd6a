/**
 * Named days: how many visitors come, when, and how they behave.
 */
@NullMarked
package io.hallcommand.sim.scenario;

import org.jspecify.annotations.NullMarked;
