package io.hallcommand.server.access.http;

import io.hallcommand.server.access.Access;
import io.hallcommand.server.access.CallerResolver;
import io.hallcommand.server.problem.ProblemWriter;
import io.hallcommand.server.problem.Problems;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;

/**
 * The security of every HTTP request. Nothing is kept in a server-side session.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class HttpSecurity {

	/**
	 * Nothing from other hosts. Styles may stand inline: charts set them on elements.
	 */
	private static final String CONTENT = String.join("; ", "default-src 'self'", "style-src 'self' 'unsafe-inline'",
			"img-src 'self' data: blob:", "font-src 'self' data:", "object-src 'none'", "base-uri 'none'",
			"form-action 'self'", "frame-ancestors 'self'");

	@Bean
	SecurityWebFilterChain httpChain(ServerHttpSecurity http, Access access, CallerResolver callers) {
		Refusals refusals = new Refusals();
		return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // CallerFilter does it
			.httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
			.formLogin(ServerHttpSecurity.FormLoginSpec::disable)
			.logout(ServerHttpSecurity.LogoutSpec::disable)
			.requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
			.securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
			.headers((headers) -> headers.contentSecurityPolicy((csp) -> csp.policyDirectives(CONTENT))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.NO_REFERRER))
				.frameOptions((frame) -> frame.mode(Mode.SAMEORIGIN)))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.addFilterBefore(new LinkFilter(access), SecurityWebFiltersOrder.AUTHENTICATION)
			.addFilterAt(new CallerFilter(callers), SecurityWebFiltersOrder.AUTHENTICATION)
			.authorizeExchange((exchanges) -> exchanges.anyExchange().access(new Rules(access)))
			.build();
	}

	/** Addresses with odd characters. */
	@Bean
	ServerExchangeRejectedHandler oddAddresses() {
		return (exchange, rejected) -> ProblemWriter.write(exchange,
				Problems.badRequest("The address has characters or parts that are not allowed."));
	}

}
