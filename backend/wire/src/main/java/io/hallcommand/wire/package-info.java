/**
 * The JSON of events, plans, views and patches: one reading and one writing for server
 * and simulators.
 */
@NullMarked
package io.hallcommand.wire;

import org.jspecify.annotations.NullMarked;
