/**
 * What is measured: a class for each goal.
 */
@NullMarked
package io.hallcommand.benchmark.goal;

import org.jspecify.annotations.NullMarked;
