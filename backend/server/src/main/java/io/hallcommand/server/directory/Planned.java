package io.hallcommand.server.directory;

import io.hallcommand.core.hall.HallPlan;

/**
 * A plan and the version of the hall's journal since which it is followed.
 */
record Planned(HallPlan plan, long version) {

}
