package io.hallcommand.benchmark.contestant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.hallcommand.benchmark.client.Door;
import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.ServerProcess;

/**
 * nginx with Nchan, one worker, as Debian ships it.
 */
public final class Nchan implements Contestant {

	private static final List<Path> MODULES = List.of(Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so"),
			Path.of("/usr/lib64/nginx/modules/ngx_nchan_module.so"));

	private final ServerProcess process;

	private final InetSocketAddress address;

	private final Seq events;

	private int channels;

	private Nchan(ServerProcess process, InetSocketAddress address, int bytes) {
		this.process = process;
		this.address = address;
		this.events = new Seq(bytes);
	}

	/**
	 * Starts it; empty if it is not installed.
	 * @param bytes how long an event is
	 */
	public static Optional<Nchan> start(Lab lab, int bytes) throws InterruptedException {
		Optional<Path> module = MODULES.stream().filter(Files::exists).findFirst();
		Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx")
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
		if (module.isEmpty() || program.isEmpty()) {
			return Optional.empty();
		}
		InetSocketAddress address = Lab.freeAddress();
		Path home = lab.file("nginx");
		Path configuration = home.resolve("nginx.conf");
		try {
			Files.createDirectories(home);
			Files.writeString(configuration, configuration(module.get(), home, address.getPort()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		List<String> command = List.of(program.get().toString(), "-p", home.toString(), "-c", configuration.toString(),
				"-e", "stderr");
		ServerProcess process = lab.start("nginx.log", command, Map.of());
		process.awaitReady(Duration.ofSeconds(20), () -> ServerProcess.listens(address));
		return Optional.of(new Nchan(process, address, bytes));
	}

	private static String configuration(Path module, Path home, int port) {
		String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
		return """
				load_module %s;
				%s
				daemon off;
				worker_processes 1;
								pid %s/nginx.pid;
				error_log stderr warn;
				events { worker_connections 30000; }
				http {
					access_log off;
					client_body_temp_path %s/body;
					tcp_nodelay on;
					nchan_shared_memory_size 256M;
					server {
						listen 127.0.0.1:%d backlog=4096;
						location ~ /pub/(.+)$ {
							nchan_publisher;
							nchan_channel_id $1;
							nchan_message_buffer_length 1000;
						}
						location ~ /sse/(.+)$ {
							nchan_subscriber eventsource;
							nchan_channel_id $1;
							nchan_subscriber_first_message newest;
						}
					}
				}
				""".formatted(module, user, home, home, port);
	}

	@Override
	public String name() {
		return "nginx + Nchan";
	}

	@Override
	public List<Stage> stages(int halls) {
		List<Stage> stages = new ArrayList<>();
		for (int i = 0; i < halls; i++) {
			String channel = "c" + this.channels++;
			stages.add(new Stage(Door.sse(this.address, "/sse/" + channel, null, Door.Kind.SSE_SEQ),
					new Stage.Feed(this.address, "/pub/" + channel, null, "text/plain", this.events::body), 0, false));
		}
		return stages;
	}

	/** A program in C needs none. */
	@Override
	public void warmUp() {
	}

	@Override
	public long[] processes() {
		List<Long> all = new ArrayList<>(List.of(this.process.pid()));
		this.process.descendants().forEach((worker) -> all.add(worker.pid()));
		return all.stream().mapToLong(Long::longValue).toArray();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
