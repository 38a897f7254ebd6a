/**
 * Tests of the load.
 */
@NullMarked
package io.hallcommand.benchmark.client;

import org.jspecify.annotations.NullMarked;
