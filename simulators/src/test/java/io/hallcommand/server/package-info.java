/**
 * Stands for the server, which simulators must not know.
 */
@NullMarked
package io.hallcommand.server;

import org.jspecify.annotations.NullMarked;
