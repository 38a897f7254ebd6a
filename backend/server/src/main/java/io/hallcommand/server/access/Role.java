package io.hallcommand.server.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller is, and so which rights it has.
 */
public enum Role {

	/** A ticket machine, window terminal or sensor. */
	DEVICE(Right.REPORT),
	/** A screen for visitors. */
	BOARD(Right.VISIT),
	/** A screen. */
	WALL(Right.VIEW), VIEWER(Right.VIEW), OFFICER(Right.VIEW, Right.ACT), MANAGER(Right.VIEW, Right.ACT, Right.PLAN),
	/** Replays and loads halls. */
	TESTER(Right.VIEW, Right.REPORT, Right.PLAN), ADMIN(Right.values());

	private final Set<Right> rights;

	Role(Right... rights) {
		this.rights = EnumSet.noneOf(Right.class);
		this.rights.addAll(Set.of(rights));
		if (this.rights.contains(Right.VIEW)) {
			// Who may see all of it may see what visitors see
			this.rights.add(Right.VISIT);
		}
	}

	public boolean has(Right right) {
		return this.rights.contains(right);
	}

	/** Whether it is a machine's, so that nobody logs in with it. */
	public boolean isMachine() {
		return switch (this) {
			case DEVICE, BOARD, WALL -> true;
			case VIEWER, OFFICER, MANAGER, TESTER, ADMIN -> false;
		};
	}

}
