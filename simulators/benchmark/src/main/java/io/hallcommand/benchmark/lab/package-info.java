/**
 * The machine: which core does what, processes, processor time.
 */
@NullMarked
package io.hallcommand.benchmark.lab;

import org.jspecify.annotations.NullMarked;
