/**
 * The halls, their plans, and the tree they form.
 */
@NullMarked
package io.hallcommand.server.directory;

import org.jspecify.annotations.NullMarked;
