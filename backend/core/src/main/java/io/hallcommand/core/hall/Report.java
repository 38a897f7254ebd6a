package io.hallcommand.core.hall;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A device's report, well formed but not yet judged against the hall's state.
 *
 * @param deviceTime when the device says it happened; {@code null} means now
 */
public record Report(EventKey key, @Nullable Instant deviceTime, HallEvent.Fact fact) {

}
