package io.hallcommand.server.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

	/** The example that the libraries of the scheme test themselves with. */
	@Test
	void signsAsTheSchemeDoes() {
		byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
		assertThat(Signature.of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330,
				"{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
			.isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
	}

	@Test
	void aSecretIsLongRandomAndReadsAsTheSchemeWants() {
		byte[] secret = Signature.newSecret();
		assertThat(secret).hasSize(32).isNotEqualTo(Signature.newSecret());
		assertThat(Signature.text(secret)).matches("whsec_[A-Za-z0-9+/]{43}=");
	}

}
