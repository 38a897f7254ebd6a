/**
 * Servers to be compared with, as small as they can be.
 */
@NullMarked
package io.hallcommand.benchmark.reference;

import org.jspecify.annotations.NullMarked;
