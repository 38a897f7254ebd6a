package io.hallcommand.sim.planted;

import io.hallcommand.server.SomethingOfTheServer;

/**
 * A simulator must speak to the server over the wire only.
 */
public record SimulatorThatKnowsTheServer(SomethingOfTheServer server) {

}
