package io.hallcommand.core.emergency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a step is.
 *
 * @param mark {@code null} while it is not done
 */
public record Progress(@Nullable Mark mark, @Nullable String assignee) {

	static final Progress NONE = new Progress(null, null);

	/**
	 * That it is done.
	 *
	 * @param reason why it was left out; {@code null} if it was done
	 */
	public record Mark(String by, Instant at, @Nullable String reason) {

		public boolean isSkipped() {
			return this.reason != null;
		}

	}

	Progress marked(@Nullable Mark mark) {
		return new Progress(mark, this.assignee);
	}

	Progress assigned(String to) {
		return new Progress(this.mark, to);
	}

}
