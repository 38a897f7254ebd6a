package io.hallcommand.server.quality;

import java.time.Instant;
import java.util.List;

import io.hallcommand.core.alert.Duty;
import io.hallcommand.core.alert.Shift;

/**
 * How many officers were there to answer the alerts.
 */
final class OnDuty {

	private List<Shift> roster = List.of();

	private boolean known;

	private long officers;

	private int alerts;

	/** From now on these are on duty. */
	void roster(List<Shift> shifts) {
		this.roster = shifts;
		this.known = true;
	}

	void announced(Instant time) {
		this.alerts++;
		this.officers += this.roster.stream()
			.filter((shift) -> shift.role() == Duty.OFFICER && !time.isBefore(shift.from())
					&& time.isBefore(shift.until()))
			.map(Shift::user)
			.distinct()
			.count();
	}

	/**
	 * The officers on duty at an alert, on average. Where no roster is kept there is one.
	 * At least one also where one is kept: alerts weigh no less when nobody is there.
	 */
	double mean() {
		return (this.known && this.alerts > 0) ? Math.max(1, (double) this.officers / this.alerts) : 1;
	}

}
