package io.hallcommand.server.access;

import java.util.Objects;

/**
 * What the server made for its first users and keeps in {@code credentials.json}.
 *
 * @param deviceToken reports to the demo hall
 * @param wallToken shows the demo hall
 * @param boardToken shows what visitors may see of the demo hall
 */
public record Credentials(String adminUser, String adminPassword, String adminToken, String deviceToken,
		String wallToken, String boardToken) {

	public Credentials {
		// A file of an older version has none; what is no token is made anew
		boardToken = Objects.requireNonNullElse(boardToken, "");
	}

	static Credentials generate() {
		return new Credentials("admin", Secrets.password(), Secrets.token(TokenKind.USER),
				Secrets.token(TokenKind.DEVICE), Secrets.token(TokenKind.WALL), Secrets.token(TokenKind.BOARD));
	}

	/** Another user, as the name is taken by one whose password is not known. */
	Credentials withOtherAdmin() {
		return new Credentials("admin-" + Secrets.suffix(), Secrets.password(), this.adminToken, this.deviceToken,
				this.wallToken, this.boardToken);
	}

	Credentials withOtherToken(String token) {
		return new Credentials(this.adminUser, this.adminPassword, other(this.adminToken, token, TokenKind.USER),
				other(this.deviceToken, token, TokenKind.DEVICE), other(this.wallToken, token, TokenKind.WALL),
				other(this.boardToken, token, TokenKind.BOARD));
	}

	private static String other(String token, String bad, TokenKind kind) {
		return token.equals(bad) ? Secrets.token(kind) : token;
	}

	@Override
	public String toString() {
		return "Credentials[" + this.adminUser + "]";
	}

}
