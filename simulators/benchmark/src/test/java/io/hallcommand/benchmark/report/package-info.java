/**
 * Tests of what is told.
 */
@NullMarked
package io.hallcommand.benchmark.report;

import org.jspecify.annotations.NullMarked;
