/**
 * What nodes tell each other: committed events, quickly and without promise. The journal
 * decides.
 */
@NullMarked
package io.hallcommand.server.cluster;

import org.jspecify.annotations.NullMarked;
