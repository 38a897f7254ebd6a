/**
 * What came out: a table, a picture, JSON.
 */
@NullMarked
package io.hallcommand.benchmark.report;

import org.jspecify.annotations.NullMarked;
