/**
 * Frames to screens by SSE and RSocket: encoded once, kept in a ring, one cursor a
 * screen.
 * <p>
 * A screen that watches a quiet hall is to cost next to nothing, and there may be
 * thousands. What the framework needs to answer a request (exchange, headers, security,
 * operators) is twenty times as much as what a stream needs, and would be kept as long as
 * the answer lasts. So for server-sent events the framework only begins: it finds out who
 * asks, decides, writes the head, and then believes that the answer is over. The
 * {@link io.hallcommand.server.stream.Takeover} keeps that end back and takes HTTP off
 * the connection, which from then on belongs to the screen's
 * {@link io.hallcommand.server.stream.SseOutlet}: it writes chunks as they are, notices
 * when the client goes or its token is revoked, ends the answer and closes the
 * connection. The framework's metrics and access log therefore know of the beginning
 * only; {@link io.hallcommand.server.stream.StreamMeters} knows the rest.
 */
@NullMarked
package io.hallcommand.server.stream;

import org.jspecify.annotations.NullMarked;
