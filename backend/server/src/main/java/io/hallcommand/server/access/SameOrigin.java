package io.hallcommand.server.access;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Whether a browser's request comes from a page of this server. A browser adds cookies to
 * whatever page asks; what says which page it was, a page cannot forge.
 */
public final class SameOrigin {

	private SameOrigin() {
	}

	/**
	 * What a request's headers say of where it comes from.
	 */
	public enum Verdict {

		/** From a page of this server. */
		SAME,
		/** From a page of another one. */
		OTHER,
		/** Nothing: no browser of today, or no page. */
		UNKNOWN

	}

	/**
	 * Judges by {@code Origin} and {@code Sec-Fetch-Site}.
	 * @param host the host, with the port if it is not the usual one, that the request
	 * was sent to
	 */
	public static Verdict judge(HttpHeaders headers, @Nullable String host) {
		String origin = headers.getFirst(HttpHeaders.ORIGIN);
		String site = headers.getFirst("Sec-Fetch-Site");
		if (site != null && !site.equals("same-origin") && !site.equals("none")) {
			return Verdict.OTHER;
		}
		if (origin != null) {
			return (host != null && sameHost(origin, host)) ? Verdict.SAME : Verdict.OTHER;
		}
		return "same-origin".equals(site) ? Verdict.SAME : Verdict.UNKNOWN;
	}

	private static boolean sameHost(String origin, String host) {
		try {
			URI uri = URI.create(origin);
			String authority = uri.getAuthority();
			boolean secure = "https".equals(uri.getScheme());
			return authority != null && plain(authority, secure).equals(plain(host, secure));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static String plain(String authority, boolean secure) {
		String lower = authority.toLowerCase(Locale.ROOT);
		String usual = secure ? ":443" : ":80";
		return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
	}

}
