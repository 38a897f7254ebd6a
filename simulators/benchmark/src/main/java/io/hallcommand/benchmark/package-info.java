/**
 * Measures the server beside its references, on the same work in one run.
 */
@NullMarked
package io.hallcommand.benchmark;

import org.jspecify.annotations.NullMarked;
