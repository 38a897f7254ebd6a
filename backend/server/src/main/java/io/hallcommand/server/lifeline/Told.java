package io.hallcommand.server.lifeline;

import io.hallcommand.core.hall.EmergencyAnswer;

/**
 * What became of something urgent.
 *
 * @param recorded whether it is in the journal; else it is kept, shown on this node's
 * screens, and will be
 */
public record Told(EmergencyAnswer answer, boolean recorded) {

}
