/**
 * What went wrong, told the same way everywhere: RFC 9457 problem details.
 */
@NullMarked
package io.hallcommand.server.problem;

import org.jspecify.annotations.NullMarked;
