/**
 * Work that is done again and again beside the requests.
 */
@NullMarked
package io.hallcommand.server.rounds;

import org.jspecify.annotations.NullMarked;
