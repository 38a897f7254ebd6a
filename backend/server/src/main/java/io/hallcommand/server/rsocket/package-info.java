/**
 * The RSocket door, on TCP and on the HTTP port's WebSocket: who comes in, and which
 * route leads where.
 */
@NullMarked
package io.hallcommand.server.rsocket;

import org.jspecify.annotations.NullMarked;
