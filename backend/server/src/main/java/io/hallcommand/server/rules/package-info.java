/**
 * The rules of alerts down the tree: what a hall changes holds for it and for all below.
 */
@NullMarked
package io.hallcommand.server.rules;

import org.jspecify.annotations.NullMarked;
