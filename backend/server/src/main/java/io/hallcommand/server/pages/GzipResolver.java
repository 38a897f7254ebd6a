package io.hallcommand.server.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.AbstractResourceResolver;
import org.springframework.web.reactive.resource.HttpResource;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;

/**
 * Gives the page's texts out compressed; each is compressed once. What is compressed is
 * what stands on the class path, so memory is bounded.
 */
final class GzipResolver extends AbstractResourceResolver {

	private static final List<String> TEXTS = List.of(".js", ".css", ".svg", ".json", ".html", ".map");

	private final Map<String, Gzipped> compressed = new ConcurrentHashMap<>();

	@Override
	protected Mono<Resource> resolveResourceInternal(@Nullable ServerWebExchange exchange, String path,
			List<? extends Resource> locations, ResourceResolverChain chain) {
		Mono<Resource> plain = chain.resolveResource(exchange, path, locations);
		if (exchange == null || TEXTS.stream().noneMatch(path::endsWith)) {
			return plain;
		}
		exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		String encodings = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
		if (encodings == null || !encodings.contains("gzip")) {
			return plain;
		}
		Gzipped known = this.compressed.get(path);
		if (known != null) {
			return Mono.just(known);
		}
		return plain.publishOn(Schedulers.boundedElastic())
			.map((resource) -> this.compressed.computeIfAbsent(path, (same) -> Gzipped.of(resource)));
	}

	@Override
	protected Mono<String> resolveUrlPathInternal(String path, List<? extends Resource> locations,
			ResourceResolverChain chain) {
		return chain.resolveUrlPath(path, locations);
	}

	/**
	 * A text in its compressed form.
	 */
	static final class Gzipped extends ByteArrayResource implements HttpResource {

		private final @Nullable String name;

		private Gzipped(byte[] bytes, @Nullable String name) {
			super(bytes);
			this.name = name;
		}

		static Gzipped of(Resource resource) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
				gzip.write(resource.getContentAsByteArray());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return new Gzipped(bytes.toByteArray(), resource.getFilename());
		}

		/** Tells the media type. */
		@Override
		public @Nullable String getFilename() {
			return this.name;
		}

		@Override
		public HttpHeaders getResponseHeaders() {
			HttpHeaders headers = new HttpHeaders();
			headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
			return headers;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
