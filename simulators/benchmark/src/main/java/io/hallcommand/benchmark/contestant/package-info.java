/**
 * Servers under measurement, each behind the same few methods.
 */
@NullMarked
package io.hallcommand.benchmark.contestant;

import org.jspecify.annotations.NullMarked;
