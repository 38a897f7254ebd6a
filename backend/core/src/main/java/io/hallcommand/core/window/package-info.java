/**
 * Service windows, what they do at the moment, and whether their staff are there.
 */
@NullMarked
package io.hallcommand.core.window;

import org.jspecify.annotations.NullMarked;
