package io.hallcommand.core.alert;

import java.util.List;

import io.hallcommand.core.place.HallZoneId;
import io.hallcommand.core.queue.QueueId;
import io.hallcommand.core.window.WindowId;

/**
 * Which parts of a hall something is about. All lists empty means the whole hall.
 *
 * @param sources a source, or the beginning of many and an asterisk
 */
public record Scope(List<HallZoneId> zones, List<QueueId> queues, List<WindowId> windows, List<String> sources) {

	public static final Scope HALL = new Scope(List.of(), List.of(), List.of(), List.of());

	public Scope {
		zones = List.copyOf(zones);
		queues = List.copyOf(queues);
		windows = List.copyOf(windows);
		sources = List.copyOf(sources);
	}

	public boolean isWholeHall() {
		return this.zones.isEmpty() && this.queues.isEmpty() && this.windows.isEmpty() && this.sources.isEmpty();
	}

	/**
	 * @param in the zones in which the subject is
	 */
	public boolean covers(Subject subject, List<HallZoneId> in) {
		if (isWholeHall() || in.stream().anyMatch(this.zones::contains)) {
			return true;
		}
		return switch (subject) {
			case Subject.Hall hall -> false;
			case Subject.Below below -> false;
			case Subject.Task task -> false;
			case Subject.Queue queue -> this.queues.contains(queue.id());
			case Subject.Window window -> this.windows.contains(window.id());
			case Subject.Source source -> this.sources.stream().anyMatch((pattern) -> matches(pattern, source.id()));
		};
	}

	private static boolean matches(String pattern, String source) {
		return pattern.endsWith("*") ? source.startsWith(pattern.substring(0, pattern.length() - 1))
				: source.equals(pattern);
	}

}
