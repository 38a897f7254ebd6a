/**
 * Who may do what: users, device and wall tokens, the same rules on every transport.
 */
@NullMarked
package io.hallcommand.server.access;

import org.jspecify.annotations.NullMarked;
