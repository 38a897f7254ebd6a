package io.hallcommand.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes tokens and passwords, and what is stored of a token.
 */
final class Secrets {

	private static final Pattern TOKEN = Pattern.compile("h[bwdts]_[A-Za-z0-9_-]{43}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int TOKEN_BYTES = 32;

	/** 120 bits. */
	private static final int PASSWORD_BYTES = 15;

	private Secrets() {
	}

	static String token(TokenKind kind) {
		return kind.prefix() + random(TOKEN_BYTES);
	}

	static String password() {
		return random(PASSWORD_BYTES);
	}

	/** Tells names apart. */
	static String suffix() {
		return Integer.toString(36 * 36 * 36 + RANDOM.nextInt(35 * 36 * 36 * 36), 36);
	}

	/** Spares the store a question for what cannot be a token. */
	static boolean looksLikeToken(String text) {
		return TOKEN.matcher(text).matches();
	}

	/**
	 * A plain SHA-256 is enough: the token is random and long, nobody can guess it.
	 */
	static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	private static String random(int size) {
		byte[] bytes = new byte[size];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
