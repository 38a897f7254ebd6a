package io.hallcommand.server.access;

/**
 * What the server made for its first users and keeps in {@code credentials.json}.
 *
 * @param deviceToken reports to the demo hall
 * @param wallToken shows the demo hall
 */
public record Credentials(String adminUser, String adminPassword, String adminToken, String deviceToken,
		String wallToken) {

	static Credentials generate() {
		return new Credentials("admin", Secrets.password(), Secrets.token(TokenKind.USER),
				Secrets.token(TokenKind.DEVICE), Secrets.token(TokenKind.WALL));
	}

	/** Another user, as the name is taken by one whose password is not known. */
	Credentials withOtherAdmin() {
		return new Credentials("admin-" + Secrets.suffix(), Secrets.password(), this.adminToken, this.deviceToken,
				this.wallToken);
	}

	Credentials withOtherToken(String token) {
		return new Credentials(this.adminUser, this.adminPassword, other(this.adminToken, token, TokenKind.USER),
				other(this.deviceToken, token, TokenKind.DEVICE), other(this.wallToken, token, TokenKind.WALL));
	}

	private static String other(String token, String bad, TokenKind kind) {
		return token.equals(bad) ? Secrets.token(kind) : token;
	}

	@Override
	public String toString() {
		return "Credentials[" + this.adminUser + "]";
	}

}
