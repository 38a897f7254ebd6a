package io.hallcommand.server.directory;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory works.
 *
 * @param plans the folder with plan files; {@code halls} in the data directory if not
 * given
 * @param refresh how often plans that other nodes changed are looked for
 */
@ConfigurationProperties("hall.directory")
record DirectorySettings(@Nullable String plans, @DefaultValue("2s") Duration refresh) {

	Path folder(String data) {
		return (this.plans != null) ? Path.of(this.plans) : Path.of(data, "halls");
	}

}
