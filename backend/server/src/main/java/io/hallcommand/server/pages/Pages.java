package io.hallcommand.server.pages;

import java.time.Duration;

import io.hallcommand.server.problem.Problems;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.resource.PathResourceResolver;

/**
 * One page for all addresses that people see: it finds its way by itself. Its parts have
 * names that change with their content.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebFluxConfigurer {

	private static final Duration FOR_EVER = Duration.ofDays(365);

	private final ClassPathResource page = new ClassPathResource("static/index.html");

	@Bean
	RouterFunction<ServerResponse> pageRoutes() {
		return RouterFunctions.route()
			.GET(RequestPredicates.path("/")
				.or(RequestPredicates.path("/login"))
				.or(RequestPredicates.path("/wall/**"))
				.or(RequestPredicates.path("/desk/**"))
				.or(RequestPredicates.path("/board/**"))
				.or(RequestPredicates.path("/region/**")), (request) -> page())
			.build();
	}

	private Mono<ServerResponse> page() {
		if (!this.page.exists()) {
			return Mono.error(Problems
				.notFound("The pages are not on the class path: build the module dashboard-web, then start again.")
				.exception());
		}
		return ServerResponse.ok()
			.contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
			.cacheControl(CacheControl.noCache())
			.bodyValue(this.page);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/static/assets/")
			.setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable())
			.setUseLastModified(false)
			.resourceChain(false)
			.addResolver(new GzipResolver())
			.addResolver(new PathResourceResolver());
		registry.addResourceHandler("/favicon.svg", "/favicon.ico")
			.addResourceLocations("classpath:/static/")
			.setCacheControl(CacheControl.maxAge(Duration.ofHours(1)))
			.setUseLastModified(false);
	}

}
