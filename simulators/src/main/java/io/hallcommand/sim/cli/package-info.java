/**
 * The command line of the simulators.
 */
@NullMarked
package io.hallcommand.sim.cli;

import org.jspecify.annotations.NullMarked;
