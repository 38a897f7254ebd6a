package io.hallcommand.server.access;

/**
 * What a token is for; its first letters tell.
 */
public enum TokenKind {

	BOARD("hb_"), WALL("hw_"), DEVICE("hd_"), USER("ht_"), SESSION("hs_");

	private final String prefix;

	TokenKind(String prefix) {
		this.prefix = prefix;
	}

	String prefix() {
		return this.prefix;
	}

	/** The kind of a token that is handed out with a role. */
	static TokenKind of(Role role) {
		return switch (role) {
			case BOARD -> BOARD;
			case WALL -> WALL;
			case DEVICE -> DEVICE;
			case VIEWER, OFFICER, MANAGER, TESTER, ADMIN -> USER;
		};
	}

}
