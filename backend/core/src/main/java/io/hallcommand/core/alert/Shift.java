package io.hallcommand.core.alert;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.place.HallZoneId;

/**
 * Who is on duty, where and when.
 *
 * @param user as they log in
 * @param name as colleagues call them
 * @param role OFFICER or MANAGER
 * @param zones empty means the whole hall
 */
public record Shift(String id, String user, String name, Duty role, List<HallZoneId> zones, Instant from,
		Instant until) {

	public Shift {
		zones = List.copyOf(zones);
	}

}
