/**
 * PostgreSQL and Redis started by the server itself when none are configured.
 */
@NullMarked
package io.hallcommand.server.embedded;

import org.jspecify.annotations.NullMarked;
