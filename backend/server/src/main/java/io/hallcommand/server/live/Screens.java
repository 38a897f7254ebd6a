package io.hallcommand.server.live;

import io.hallcommand.core.hall.HallFrame;
import io.hallcommand.core.hall.HallId;
import io.hallcommand.core.hall.HallView;
import io.hallcommand.core.hall.Unrecorded;

/**
 * Where one hall's frames go. Called by the hall's writer only, so never twice at once.
 * Must not block.
 */
public interface Screens {

	/**
	 * Whether anybody wants frames. While nobody does, none are drawn.
	 */
	boolean watched();

	/**
	 * The next frame: it leads on from the one before.
	 */
	void frame(HallFrame frame);

	/**
	 * Nobody watched, so frames up to this version were never drawn: the next one leads
	 * on from here.
	 */
	void skipped(long version);

	/**
	 * The whole view that was asked for.
	 */
	void view(HallView view);

	/**
	 * What is shown beside the frames because it is not recorded yet. It replaces what
	 * was said so before.
	 */
	void unrecorded(Unrecorded unrecorded);

	/**
	 * Makes the screens of a hall when the hall comes to life.
	 */
	interface Factory {

		/**
		 * The screens of a hall.
		 * @param draw asks for the whole view, which comes soon; any thread may run it
		 */
		Screens screensOf(HallId hall, Runnable draw);

		/**
		 * The hall does not exist after all.
		 */
		void forget(HallId hall);

		/**
		 * Says whether the journal answers. While it does not, what screens show is the
		 * last known picture.
		 */
		void fresh(boolean fresh);

	}

}
