/**
 * What people at the duty desk see and do: alerts, holds, the roster, what is usual in a
 * hall.
 */
@NullMarked
package io.hallcommand.server.desk;

import org.jspecify.annotations.NullMarked;
