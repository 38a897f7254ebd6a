/**
 * How connections from outside are kept, whatever is spoken on them: one event loop a
 * core for all of them, and peers that vanish are noticed.
 */
@NullMarked
package io.hallcommand.server.connection;

import org.jspecify.annotations.NullMarked;
