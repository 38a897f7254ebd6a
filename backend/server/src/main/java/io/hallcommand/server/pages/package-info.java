/**
 * The pages and what belongs to them, from the class path.
 */
@NullMarked
package io.hallcommand.server.pages;

import org.jspecify.annotations.NullMarked;
