/**
 * Events from devices: checked, freed of duplicates, handed to the hall.
 */
@NullMarked
package io.hallcommand.server.intake;

import org.jspecify.annotations.NullMarked;
