package io.hallcommand.server.intake;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.hallcommand.wire.WireProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery, after the commit.
 *
 * @param rejected the malformed events; of a long stream the first
 * {@value #MOST_REJECTED}
 * @param rejectedCount how many there were in all
 * @param version the hall's version after it
 */
record Answer(long accepted, long duplicates, List<Rejected> rejected, long rejectedCount, long version) {

	/** Bounds the answer to a stream of rubbish. */
	static final int MOST_REJECTED = 100;

	static final Answer NOTHING = new Answer(0, 0, List.of(), 0, 0);

	/**
	 * A malformed event.
	 *
	 * @param index its place in the delivery, from 0
	 */
	record Rejected(long index, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id, Problem problem) {

		static Rejected of(long index, @Nullable String id, WireProblem problem) {
			return new Rejected(index, id, new Problem("/problems/malformed-event", "Malformed event", 422,
					problem.sentence(), problem.field()));
		}

	}

	/**
	 * A problem detail (RFC 9457).
	 */
	record Problem(String type, String title, int status, String detail,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field) {
	}

	Answer plus(Answer more) {
		List<Rejected> all = this.rejected;
		if (!more.rejected.isEmpty() && all.size() < MOST_REJECTED) {
			all = new ArrayList<>(all);
			all.addAll(more.rejected);
			all = List.copyOf(all.subList(0, Math.min(all.size(), MOST_REJECTED)));
		}
		return new Answer(this.accepted + more.accepted, this.duplicates + more.duplicates, all,
				this.rejectedCount + more.rejectedCount, Math.max(this.version, more.version));
	}

	boolean nothingUsable() {
		return this.accepted == 0 && this.duplicates == 0 && this.rejectedCount > 0;
	}

}
