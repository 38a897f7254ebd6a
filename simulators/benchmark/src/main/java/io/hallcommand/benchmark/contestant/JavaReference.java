package io.hallcommand.benchmark.contestant;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.hallcommand.benchmark.client.Door;
import io.hallcommand.benchmark.client.Stage;
import io.hallcommand.benchmark.lab.Lab;
import io.hallcommand.benchmark.lab.ServerProcess;

/**
 * A reference server of this program, as a process of its own.
 */
public final class JavaReference implements Contestant {

	private final String name;

	private final ServerProcess process;

	private final InetSocketAddress address;

	private final Door.Kind kind;

	private final Seq events;

	private int channels;

	private JavaReference(String name, ServerProcess process, InetSocketAddress address, Door.Kind kind, int bytes) {
		this.name = name;
		this.process = process;
		this.address = address;
		this.kind = kind;
		this.events = new Seq(bytes);
	}

	/**
	 * Bare Netty: a write for each event and screen.
	 * @param bytes how long an event is
	 */
	public static JavaReference bareNetty(Lab lab, int bytes) throws InterruptedException {
		return start(lab, "bare Netty", "netty", Door.Kind.SSE_CHUNKS, bytes);
	}

	/** Bare Netty: what waits for a screen is joined into one write. */
	public static JavaReference bareNettyJoined(Lab lab, int bytes) throws InterruptedException {
		return start(lab, "bare Netty, joined", "netty_joined", Door.Kind.SSE_CHUNKS, bytes);
	}

	/** WebFlux as shipped. */
	public static JavaReference spring(Lab lab, int bytes) throws InterruptedException {
		return start(lab, "Spring WebFlux", "spring", Door.Kind.SSE_SEQ, bytes);
	}

	private static JavaReference start(Lab lab, String name, String server, Door.Kind kind, int bytes)
			throws InterruptedException {
		InetSocketAddress address = Lab.freeAddress();
		List<String> command = new ArrayList<>(lab.java());
		command.addAll(List.of("-jar", lab.ownJar(), "serve", server, "--port", Integer.toString(address.getPort())));
		ServerProcess process = lab.start(server + ".log", command, Map.of());
		process.awaitReady(Duration.ofSeconds(60), () -> ServerProcess.listens(address));
		return new JavaReference(name, process, address, kind, bytes);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public List<Stage> stages(int halls) {
		List<Stage> stages = new ArrayList<>();
		for (int i = 0; i < halls; i++) {
			String channel = "c" + this.channels++;
			stages.add(new Stage(Door.sse(this.address, "/sse/" + channel, null, this.kind),
					new Stage.Feed(this.address, "/pub/" + channel, null, "text/plain", this.events::body), 0, false));
		}
		return stages;
	}

	@Override
	public void warmUp() throws InterruptedException {
		WarmUp.of(this, this.process, Duration.ofSeconds(10));
	}

	@Override
	public long[] processes() {
		return new long[] { this.process.pid() };
	}

	@Override
	public void close() {
		this.process.close();
	}

}
