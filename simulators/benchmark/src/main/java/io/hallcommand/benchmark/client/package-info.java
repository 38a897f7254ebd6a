/**
 * The load: screens and publishers on one thread, frugal enough not to be what is
 * measured.
 */
@NullMarked
package io.hallcommand.benchmark.client;

import org.jspecify.annotations.NullMarked;
