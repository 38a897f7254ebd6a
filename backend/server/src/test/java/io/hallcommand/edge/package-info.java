/**
 * Access, directory, pages and problems together behind real HTTP and a real database,
 * with stand-ins for the live halls.
 */
@NullMarked
package io.hallcommand.edge;

import org.jspecify.annotations.NullMarked;
