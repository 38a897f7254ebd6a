package io.hallcommand.server.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as the Standard Webhooks scheme has them (standardwebhooks.com): a receiver
 * checks them with any library for it.
 */
final class Signature {

	/** The scheme asks for 24 to 64. */
	private static final int SECRET_BYTES = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Signature() {
	}

	static byte[] newSecret() {
		byte[] secret = new byte[SECRET_BYTES];
		RANDOM.nextBytes(secret);
		return secret;
	}

	/** A secret as people copy it. */
	static String text(byte[] secret) {
		return "whsec_" + Base64.getEncoder().encodeToString(secret);
	}

	/**
	 * The value of the header {@code webhook-signature}.
	 * @param timestamp in seconds since 1970
	 */
	static String of(byte[] secret, String id, long timestamp, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret, ALGORITHM));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has HMAC-SHA256", ex);
		}
	}

}
