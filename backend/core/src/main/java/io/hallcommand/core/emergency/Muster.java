package io.hallcommand.core.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 清点: what was found when a zone was searched.
 *
 * @param people how many were counted there; {@code null} if nobody counted
 */
public record Muster(boolean clear, @Nullable Integer people, String by, Instant at) {

}
