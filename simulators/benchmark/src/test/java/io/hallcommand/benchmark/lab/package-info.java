/**
 * Tests of what measures.
 */
@NullMarked
package io.hallcommand.benchmark.lab;

import org.jspecify.annotations.NullMarked;
