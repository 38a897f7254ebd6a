package io.hallcommand.server.access;

import java.time.Instant;

import io.hallcommand.core.hall.HallId;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user.
 */
public record UserInfo(String name, Role role, @Nullable HallId scope, Instant createdAt) {

}
