/**
 * Names that a hall's parts share: zones, and labels in both languages.
 */
@NullMarked
package io.hallcommand.core.place;

import org.jspecify.annotations.NullMarked;
