/**
 * The time by which halls live.
 */
@NullMarked
package io.hallcommand.server.clock;

import org.jspecify.annotations.NullMarked;
