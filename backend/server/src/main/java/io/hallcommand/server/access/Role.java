package io.hallcommand.server.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller is, and so which rights it has.
 */
public enum Role {

	/** A ticket machine, window terminal or sensor. */
	DEVICE(Right.REPORT),
	/** A screen. */
	WALL(Right.VIEW), VIEWER(Right.VIEW), OFFICER(Right.VIEW, Right.ACT), MANAGER(Right.VIEW, Right.ACT, Right.PLAN),
	/** Replays and loads halls. */
	TESTER(Right.VIEW, Right.REPORT, Right.PLAN), ADMIN(Right.values());

	private final Set<Right> rights;

	Role(Right... rights) {
		this.rights = EnumSet.noneOf(Right.class);
		this.rights.addAll(Set.of(rights));
	}

	public boolean has(Right right) {
		return this.rights.contains(right);
	}

}
