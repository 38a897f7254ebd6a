/**
 * What every simulator needs to talk to a hall over HTTP.
 */
@NullMarked
package io.hallcommand.sim.client;

import org.jspecify.annotations.NullMarked;
