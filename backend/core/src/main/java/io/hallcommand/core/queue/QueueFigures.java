package io.hallcommand.core.queue;

/**
 * What a queue did today, in tickets.
 *
 * @param unresolved tickets whose end nobody reported
 */
public record QueueFigures(int issued, int served, int abandoned, int noShows, int unresolved) {

	public static final QueueFigures NONE = new QueueFigures(0, 0, 0, 0, 0);

	public static final QueueFigures ISSUED = new QueueFigures(1, 0, 0, 0, 0);

	public static final QueueFigures SERVED = new QueueFigures(0, 1, 0, 0, 0);

	public static final QueueFigures ABANDONED = new QueueFigures(0, 0, 1, 0, 0);

	public static final QueueFigures NO_SHOW = new QueueFigures(0, 0, 0, 1, 0);

	public static final QueueFigures UNRESOLVED = new QueueFigures(0, 0, 0, 0, 1);

	public QueueFigures plus(QueueFigures more) {
		return new QueueFigures(this.issued + more.issued, this.served + more.served, this.abandoned + more.abandoned,
				this.noShows + more.noShows, this.unresolved + more.unresolved);
	}

}
