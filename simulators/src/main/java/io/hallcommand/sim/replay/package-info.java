/**
 * Plays a journal or a foreign log into a hall and compares what became of it.
 */
@NullMarked
package io.hallcommand.sim.replay;

import org.jspecify.annotations.NullMarked;
