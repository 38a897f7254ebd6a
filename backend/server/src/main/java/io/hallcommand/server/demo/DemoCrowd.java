package io.hallcommand.server.demo;

import java.net.URI;
import java.time.InstantSource;

import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.Role;
import io.hallcommand.server.access.Tokens;
import io.hallcommand.server.directory.Directory;
import io.hallcommand.sim.client.HallClient;
import io.hallcommand.sim.crowd.CrowdRun;
import io.hallcommand.sim.crowd.CrowdSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Sends visitors to the demo halls. They come over HTTP like everybody else, with a token
 * that may report and look, and say what is usual: no more than a tester of these halls.
 */
@Component
class DemoCrowd implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DemoCrowd.class);

	private final DemoSettings settings;

	private final Environment environment;

	private final Tokens tokens;

	private final Directory directory;

	private @Nullable HallClient client;

	private @Nullable CrowdRun crowd;

	private @Nullable DemoUsual usual;

	private @Nullable RegionCrowd region;

	private volatile boolean running;

	DemoCrowd(DemoSettings settings, Environment environment, Tokens tokens, Directory directory) {
		this.settings = settings;
		this.environment = environment;
		this.tokens = tokens;
		this.directory = directory;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(1)
	synchronized void begin() {
		if (!this.settings.crowd() || !this.running || this.crowd != null) {
			return;
		}
		if (!this.directory.exists(DemoHalls.CIVIC_CENTRE)) {
			logger.info("There is no hall {}, so no crowd comes", DemoHalls.CIVIC_CENTRE);
			return;
		}
		boolean region = this.settings.region() && this.directory.exists(DemoRegion.CITY);
		String token = this.tokens
			.forThisNode(new Caller("demo crowd", Role.TESTER, region ? DemoRegion.CITY : DemoHalls.CIVIC_CENTRE));
		HallClient client = new HallClient(address(), DemoHalls.CIVIC_CENTRE, token);
		this.client = client;
		this.crowd = CrowdRun.start(client, CrowdSettings.demo(), InstantSource.system(), logger::info);
		this.usual = DemoUsual.start(client, CrowdSettings.demo(), InstantSource.system());
		if (region) {
			this.region = new RegionCrowd(client, DemoRegion.members().stream().filter(this::isOurs).toList());
		}
	}

	/** A hall that somebody changed may be a real one by now. */
	private boolean isOurs(DemoRegion.Member member) {
		return this.directory.plan(member.plan().hall()).filter(member.plan()::equals).isPresent();
	}

	private URI address() {
		boolean secure = this.environment.getProperty("server.ssl.bundle") != null
				|| this.environment.getProperty("server.ssl.key-store") != null
				|| this.environment.getProperty("server.ssl.certificate") != null;
		String host = this.environment.getProperty("server.address", "localhost");
		return URI.create((secure ? "https://" : "http://") + (host.equals("0.0.0.0") ? "localhost" : host) + ":"
				+ this.environment.getProperty("local.server.port", "8080"));
	}

	@Override
	public void start() {
		this.running = true;
	}

	/** Before the web server stops, so that nobody sends into the void. */
	@Override
	public synchronized void stop() {
		this.running = false;
		CrowdRun crowd = this.crowd;
		DemoUsual usual = this.usual;
		RegionCrowd region = this.region;
		HallClient client = this.client;
		if (usual != null) {
			usual.close();
			this.usual = null;
		}
		if (region != null) {
			region.close();
			this.region = null;
		}
		if (crowd != null) {
			crowd.close();
			this.crowd = null;
		}
		if (client != null) {
			client.close();
			this.client = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
