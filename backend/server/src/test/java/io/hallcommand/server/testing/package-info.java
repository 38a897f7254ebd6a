/**
 * PostgreSQL and Redis for tests: in containers where an engine answers, else started
 * from the programs that the server carries.
 */
@NullMarked
package io.hallcommand.server.testing;

import org.jspecify.annotations.NullMarked;
