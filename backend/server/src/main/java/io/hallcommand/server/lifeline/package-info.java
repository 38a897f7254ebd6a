/**
 * What does not wait for the database: a declaration, an end, a panic button. It is kept
 * in a log of the node's own, shown, and written into the journal exactly once.
 */
@NullMarked
package io.hallcommand.server.lifeline;

import org.jspecify.annotations.NullMarked;
