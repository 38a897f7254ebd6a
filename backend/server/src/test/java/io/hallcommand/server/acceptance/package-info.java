/**
 * Tests of the whole server over its wire, with real PostgreSQL and Redis.
 */
@NullMarked
package io.hallcommand.server.acceptance;

import org.jspecify.annotations.NullMarked;
