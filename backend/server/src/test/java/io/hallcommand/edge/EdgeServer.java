package io.hallcommand.edge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Credentials;
import io.hallcommand.server.access.FirstCredentials;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.access.Tokens;
import io.hallcommand.server.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A running server of the parts under test.
 */
final class EdgeServer implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private EdgeServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static EdgeServer start(TestDatabase database, Path data, String... more) {
		List<String> properties = new ArrayList<>(database.properties());
		properties.add("spring.flyway.url=" + database.jdbcUrl());
		properties.add("spring.flyway.user=" + database.user());
		properties.add("spring.flyway.password=" + database.password());
		properties.add("server.port=0");
		properties.add("hall.data=" + Objects.requireNonNull(data, "a directory of the test"));
		properties.add("hall.greeting=false");
		properties.add("hall.demo.crowd=false");
		properties.add("hall.demo.region=false");
		properties.addAll(List.of(more));
		return new EdgeServer(
				new SpringApplicationBuilder(EdgeApplication.class).properties("spring.main.banner-mode=off")
					.run(properties.stream().map((property) -> "--" + property).toArray(String[]::new)));
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	Credentials credentials() {
		return bean(FirstCredentials.class).credentials();
	}

	String url() {
		return "http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	/** Shows nothing of who asks. */
	WebTestClient client() {
		return WebTestClient.bindToServer().baseUrl(url()).responseTimeout(Duration.ofSeconds(20)).build();
	}

	WebTestClient client(@Nullable String token) {
		return (token == null) ? client() : client().mutate().defaultHeader("Authorization", "Bearer " + token).build();
	}

	WebTestClient admin() {
		return client(credentials().adminToken());
	}

	String token(Role role, @Nullable String scope) {
		Tokens.Issued issued = bean(Tokens.class)
			.issue("a " + role, role, (scope != null) ? new HallId(scope) : null, null)
			.block();
		if (issued == null) {
			throw new IllegalStateException("No token");
		}
		return issued.secret();
	}

	/** A hall with a name and, maybe, a parent. */
	void makeHall(String hall, @Nullable String parent) {
		admin().put()
			.uri("/api/halls/{hall}/plan", hall)
			.header("Content-Type", "application/json")
			.bodyValue(plan(hall, parent))
			.exchange()
			.expectStatus()
			.isCreated();
	}

	static String plan(String hall, @Nullable String parent) {
		return "{\"name\":\"" + hall + "\"" + ((parent != null) ? ",\"parent\":\"" + parent + "\"" : "") + "}";
	}

	@Override
	public void close() {
		this.context.close();
	}

}
