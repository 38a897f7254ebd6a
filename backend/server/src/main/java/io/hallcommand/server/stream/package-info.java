/**
 * Frames to screens by SSE and RSocket: encoded once, kept in a ring, one cursor a
 * screen.
 */
@NullMarked
package io.hallcommand.server.stream;

import org.jspecify.annotations.NullMarked;
