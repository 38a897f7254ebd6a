package io.hallcommand.server.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import io.hallcommand.server.testing.TestServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The wall and the desk in a real browser on a real server, which is killed and started
 * again on the way. The steps are those of {@code dashboard-web/e2e/real}.
 */
class BrowserTest {

	private static final Path PAGES = Path.of("../../dashboard-web");

	@Test
	void theWallFollowsTheHallAndComesBackAfterARestart(@TempDir Path data) throws Exception {
		String browser = browser();
		assumeTrue(!browser.isEmpty(),
				"No browser: install chromium-headless-shell or chromium, or name one in the environment variable PLAYWRIGHT");
		List<String> properties = new ArrayList<>(TestServices.newDatabase().properties());
		properties.addAll(TestServices.redis().properties());
		try (ServerProcess server = new ServerProcess(data, properties).start()) {
			assertThat(server.console()).as("the greeting tells where the wall is")
				.contains(server.uri() + "/?token=" + server.credential("wallToken"));
			HttpServer restarter = restarter(server);
			String restart = "node -e \"fetch('http://localhost:" + restarter.getAddress().getPort()
					+ "/').then(r => process.exit(r.ok ? 0 : 1))\"";
			Path log = data.resolve("browser.log");
			ProcessBuilder playwright = new ProcessBuilder("npx", "playwright", "test", "--project=real")
				.directory(PAGES.toFile())
				.redirectErrorStream(true)
				.redirectOutput(log.toFile());
			playwright.environment()
				.putAll(Map.of("HALL_URL", server.uri().toString(), "HALL_WALL_TOKEN", server.credential("wallToken"),
						"HALL_BOARD_TOKEN", server.credential("boardToken"), "HALL_DEVICE_TOKEN",
						server.credential("deviceToken"), "HALL_ADMIN_TOKEN", server.credential("adminToken"),
						"HALL_RESTART_CMD", restart, "PLAYWRIGHT", browser));
			Process run = playwright.start();
			try {
				assertThat(run.waitFor(6, TimeUnit.MINUTES)).as("the browser's tests end in time").isTrue();
				assertThat(run.exitValue()).as(() -> read(log)).isZero();
				assertThat(read(log)).contains("11 passed");
			}
			finally {
				run.descendants().forEach(ProcessHandle::destroyForcibly);
				run.destroyForcibly();
				restarter.stop(0);
			}
		}
	}

	/** Lets the browser's test restart the server. */
	private static HttpServer restarter(ServerProcess server) throws IOException {
		HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		http.createContext("/", (exchange) -> {
			server.kill();
			server.start();
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		http.start();
		return http;
	}

	/** The one that all tests of the pages use. */
	private static String browser() throws IOException, InterruptedException {
		Process asked = new ProcessBuilder("node", "--input-type=module", "-e",
				"import { findBrowser } from './scripts/findBrowser.mjs'; console.log(findBrowser() ?? '')")
			.directory(PAGES.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		assertThat(asked.waitFor()).isZero();
		return answer;
	}

	private static String read(Path log) {
		try {
			return Files.readString(log);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
