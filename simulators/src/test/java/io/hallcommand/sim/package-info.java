/**
 * Rules for the whole module.
 */
@NullMarked
package io.hallcommand.sim;

import org.jspecify.annotations.NullMarked;
