package io.hallcommand.server.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes over plan files at the start: those that are new or were changed since they were
 * last taken. What was changed by API stays.
 */
@Component
class PlanFiles implements SmartLifecycle {

	/** After the live halls have started, before the web server has. */
	static final int PHASE = 1_000_000;

	private static final Logger logger = LoggerFactory.getLogger(PlanFiles.class);

	private static final long MAX_BYTES = 2 << 20;

	private final Path folder;

	private final Plans plans;

	private final PostgresDirectory directory;

	private final PlanStore store;

	private volatile boolean running;

	PlanFiles(DirectorySettings settings, @Value("${hall.data:${user.home}/.hall-command}") String data, Plans plans,
			PostgresDirectory directory, PlanStore store) {
		this.folder = settings.folder(data);
		this.plans = plans;
		this.directory = directory;
		this.store = store;
	}

	private record PlanFile(Path path, HallPlan plan, String hash) {
	}

	@Override
	public void start() {
		this.running = true;
		if (Files.isDirectory(this.folder)) {
			load();
		}
	}

	/** What is wrong with one file keeps no other back. */
	void load() {
		List<PlanFile> waiting = new ArrayList<>(read());
		// A file may stand before that of its parent
		boolean more = true;
		while (more) {
			List<PlanFile> ready = waiting.stream().filter(this::fits).toList();
			more = !ready.isEmpty();
			ready.forEach(this::take);
			waiting.removeAll(ready);
		}
		waiting.forEach((file) -> logger.error("{}: 'parent' names no hall: {}", file.path(), file.plan().parent()));
	}

	private boolean fits(PlanFile file) {
		HallId parent = file.plan().parent();
		return parent == null || this.directory.exists(parent);
	}

	private void take(PlanFile file) {
		HallId hall = file.plan().hall();
		try {
			boolean known = this.directory.exists(hall);
			String remembered = this.store.fileHash(hall).block();
			if (known && file.hash().equals(remembered)) {
				return;
			}
			if (!this.directory.plan(hall).filter(file.plan()::equals).isPresent()) {
				this.plans.put(file.plan(), "file " + file.path().getFileName()).block();
				logger.info("{}: hall {} {}", file.path(), hall, known ? "changed" : "made");
			}
			this.store.rememberFile(hall, file.hash()).block();
		}
		catch (RuntimeException ex) {
			logger.error("{}: hall {} was not taken over: {}", file.path(), hall, ex.getMessage());
		}
	}

	private List<PlanFile> read() {
		List<PlanFile> files = new ArrayList<>();
		try (Stream<Path> paths = Files.list(this.folder)) {
			paths.filter((path) -> path.toString().endsWith(".yaml") || path.toString().endsWith(".yml"))
				.sorted()
				.forEach((path) -> read(path, files));
		}
		catch (IOException | UncheckedIOException ex) {
			logger.error("{} cannot be read: {}", this.folder, ex.getMessage());
		}
		return files;
	}

	private void read(Path path, List<PlanFile> files) {
		try {
			if (Files.size(path) > MAX_BYTES) {
				logger.error("{}: is larger than 2 MB", path);
				return;
			}
			byte[] text = Files.readAllBytes(path);
			PlanText.Reading reading = PlanText.read(text, PlanText.Format.YAML, null);
			reading.faults()
				.forEach((fault) -> logger.error("{}:{}: {}", path, fault.line(),
						(fault.field().isEmpty() ? "the plan" : "'" + fault.field() + "'") + " " + fault.reason()));
			HallPlan plan = reading.plan();
			if (plan != null) {
				files.add(new PlanFile(path, plan, hash(text)));
			}
		}
		catch (IOException ex) {
			logger.error("{} cannot be read: {}", path, ex.getMessage());
		}
	}

	private static String hash(byte[] text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
