/**
 * What people at the duty desk see and do: alerts, holds, the roster.
 */
@NullMarked
package io.hallcommand.server.desk;

import org.jspecify.annotations.NullMarked;
