package io.hallcommand.sim.engine.planted;

import io.hallcommand.core.hall.HallId;

/**
 * The engine must not know what is simulated on it.
 */
public record EngineThatKnowsCore(HallId hall) {

}
