/**
 * Frames to screens by SSE and RSocket: encoded once, kept in a ring, one cursor a
 * screen.
 * <p>
 * The write is the cost: a system call of some 6 to 9 µs, whatever it carries; all else
 * must vanish beside it. So a frame is the final bytes of each transport, in one direct
 * buffer ({@link io.hallcommand.server.stream.Frame}), and a screen writes a duplicate of
 * it. However many frames come, one task is pending for all of a feed's screens on an
 * event loop ({@link io.hallcommand.server.stream.LoopScreens}). A screen has at most one
 * write under way; what waits when it is done goes out together, as one write, or as a
 * snapshot when the ring has moved on ({@link io.hallcommand.server.stream.Screen}). So
 * more load makes fewer and larger writes for each event, not more.
 * <p>
 * A hall has two feeds, for those who work there and for those who wait there
 * ({@link io.hallcommand.server.stream.Audience}): what visitors may not see is taken out
 * of a frame once, before it is encoded, so no screen is ever asked what it may see. Of
 * two feeds the one that nobody watches sleeps: it is told which versions it has skipped,
 * and so has no frames and no hole when somebody comes. A snapshot goes to the feed that
 * asked for it.
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
