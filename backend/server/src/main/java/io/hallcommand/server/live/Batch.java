package io.hallcommand.server.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.hallcommand.core.hall.Answer;
import io.hallcommand.core.hall.EventKey;
import io.hallcommand.core.hall.Hall;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.JournalEntry;
import io.hallcommand.core.hall.Report;

/**
 * What one hall writes in one commit, and whom to answer after it.
 */
final class Batch {

	private final long expected;

	private final List<JournalEntry> entries = new ArrayList<>();

	private final List<Command> commands = new ArrayList<>();

	private final List<Runnable> answers = new ArrayList<>();

	private final List<Command> unplanned = new ArrayList<>();

	private final Set<EventKey> keys = new HashSet<>();

	Batch(long expected) {
		this.expected = expected;
	}

	/** Decides the command on the state that runs ahead of the journal. */
	void decide(Command command, Hall ahead, Instant now) {
		this.commands.add(command);
		if (ahead.plan() == null && !(command instanceof Command.Plan)) {
			this.unplanned.add(command);
			return;
		}
		switch (command) {
			case Command.Take take -> take(take, ahead, now);
			case Command.Plan plan -> {
				EventKey key = new EventKey(EventKey.HALL, "plan-" + UUID.randomUUID());
				ahead.plan(plan.plan(), plan.actor(), key, now).ifPresent(this.entries::add);
				long version = ahead.version();
				this.answers.add(() -> plan.answer().success(version));
			}
			case Command.Decide<?> decide -> decide(decide, ahead, now);
			case Command.Wake wake -> this.entries.addAll(ahead.wake(now));
		}
	}

	private void take(Command.Take take, Hall ahead, Instant now) {
		int accepted = 0;
		int duplicates = take.duplicates();
		for (Report report : take.reports()) {
			if (this.keys.add(report.key())) {
				this.entries.addAll(ahead.report(report, now));
				accepted++;
			}
			else {
				duplicates++;
			}
		}
		this.entries.addAll(ahead.wake(now));
		Halls.Receipt receipt = new Halls.Receipt(accepted, duplicates, ahead.version());
		this.answers.add(() -> take.answer().success(receipt));
	}

	/** What was done already is not done again. */
	private <A extends Answer> void decide(Command.Decide<A> decide, Hall ahead, Instant now) {
		boolean first = !decide.repeated() && !this.keys.contains(decide.key());
		A answer = first ? decide.decision().decide(ahead, decide.key(), now) : decide.decision().nothing(ahead);
		answer.entries().forEach((entry) -> this.keys.add(entry.key()));
		this.entries.addAll(answer.entries());
		this.answers.add(() -> decide.answer().success(answer));
	}

	long expected() {
		return this.expected;
	}

	List<JournalEntry> entries() {
		return this.entries;
	}

	/** How many events the batch's commands brought. */
	int weight() {
		return weight(commands());
	}

	static int weight(List<Command> commands) {
		return commands.stream().mapToInt(Command::weight).sum();
	}

	void answer(HallId hall) {
		this.unplanned.forEach((command) -> command.fail(new NoSuchHallException(hall)));
		this.answers.forEach(Runnable::run);
	}

	void fail(Throwable cause) {
		commands().forEach((command) -> command.fail(cause));
	}

	/** The same commands, to be decided once more. */
	List<Command> commands() {
		return List.copyOf(this.commands);
	}

	/** The same commands without the reports that are in the journal already. */
	List<Command> commandsWithout(Set<EventKey> known) {
		return commands().stream().map((command) -> without(command, known)).toList();
	}

	private static Command without(Command command, Set<EventKey> known) {
		if (command instanceof Command.Decide<?> decide) {
			return known.contains(decide.key()) ? decide.again() : decide;
		}
		if (!(command instanceof Command.Take take)) {
			return command;
		}
		List<Report> fresh = take.reports().stream().filter((report) -> !known.contains(report.key())).toList();
		int dropped = take.reports().size() - fresh.size();
		return new Command.Take(fresh, take.duplicates() + dropped, take.answer());
	}

}
