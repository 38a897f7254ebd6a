/**
 * The Spring application: it puts the parts together and starts them.
 */
@NullMarked
package io.hallcommand.server;

import org.jspecify.annotations.NullMarked;
