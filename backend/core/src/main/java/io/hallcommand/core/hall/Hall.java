package io.hallcommand.core.hall;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.hallcommand.core.alert.Alert;
import io.hallcommand.core.alert.AlertEvent;
import io.hallcommand.core.alert.AlertId;
import io.hallcommand.core.alert.AlertPolicy;
import io.hallcommand.core.alert.Hold;
import io.hallcommand.core.alert.Order;
import io.hallcommand.core.alert.Refusal;
import io.hallcommand.core.alert.Shift;
import io.hallcommand.core.alert.Verdict;
import io.hallcommand.core.emergency.ContingencyPlans;
import io.hallcommand.core.emergency.Emergency;
import io.hallcommand.core.emergency.EmergencyId;
import io.hallcommand.core.emergency.EmergencyOrder;
import io.hallcommand.core.emergency.EmergencyVerdict;
import io.hallcommand.core.emergency.PlannedDrill;
import org.jspecify.annotations.Nullable;

/**
 * The state of one hall: the fold of its journal. Not thread-safe: it belongs to the
 * hall's writer. Time comes in as an argument, so the same journal gives the same state
 * everywhere.
 * <p>
 * {@link #report}, {@link #wake} and {@link #plan} decide what to write and take it over
 * at once; {@link #apply} takes over what is written already. Both end in the same state.
 */
public final class Hall {

	/** A device's clock may be off by so much before it is flagged. Team default. */
	public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

	/** So far a replayed log may leap at once. More is a broken clock. Team default. */
	static final Duration LONGEST_LEAP = Duration.ofDays(31);

	private final HallId id;

	private final Floor floor = new Floor();

	private final HallTime time = new HallTime(this.floor);

	private final Judge judge = new Judge(this.floor);

	private final Emergencies emergencies = new Emergencies(this.floor);

	private final Alarms alarms = new Alarms(this.floor, this.emergencies.book());

	private final Fold fold = new Fold(this.floor, this.alarms, this.emergencies);

	private final Picture picture = new Picture(this.floor, this.alarms, this.emergencies.book());

	private final Pen pen = new OwnPen();

	private final Incidents incidents = new Incidents(this.floor, this.emergencies, this.alarms, this.pen);

	private final Chores chores = new Chores(this.floor, this.time, this.alarms, this.incidents, this.pen);

	private final Glimpse glimpse = new Glimpse(this.floor, this.alarms, this.emergencies.book());

	private long version;

	private Instant at;

	/** When the rules were last held against the floor, by the hall's clock. */
	private Instant lookedAt = Instant.EPOCH;

	private Hall(HallId id, long version, Instant at) {
		this.id = id;
		this.version = version;
		this.at = at;
	}

	/**
	 * A hall with an empty journal. It takes reports once it has a plan.
	 */
	public static Hall empty(HallId id) {
		return new Hall(id, 0, Instant.EPOCH);
	}

	public static Hall restore(HallSnapshot snapshot) {
		Hall hall = new Hall(snapshot.hall(), snapshot.version(), snapshot.at());
		hall.lookedAt = snapshot.alerts().lookedAt();
		snapshot.restoreTo(hall.floor, hall.alarms, hall.emergencies.book());
		return hall;
	}

	public HallSnapshot snapshot() {
		return HallSnapshot.of(this.id, this.version, this.at, this.floor, this.alarms.content(this.lookedAt),
				this.emergencies.book().content());
	}

	public HallId id() {
		return this.id;
	}

	public long version() {
		return this.version;
	}

	public @Nullable HallPlan plan() {
		return this.floor.planIfAny();
	}

	/**
	 * Takes a device's report. A live hall wants to be {@link #wake woken} after the last
	 * of several: they may come late, and what one of them begins another may have ended.
	 * @return what to write: the report, after whatever was due before it
	 */
	public List<JournalEntry> report(Report report, Instant now) {
		Instant time = this.time.of(report, this.at, now);
		List<JournalEntry> entries = new ArrayList<>(1);
		boolean replay = this.time.isReplayed();
		if (replay) {
			this.chores.due(this.time.moment(time, this.at, now), now, entries);
		}
		else {
			this.chores.day(now, now, entries);
		}
		Anomaly anomaly = this.time.leaps(report, this.at)
				? new Anomaly(Anomaly.Kind.CLOCK_OFF, false,
						"The time is more than " + LONGEST_LEAP.toDays() + " days ahead of the hall's")
				: this.judge.judge(report.fact());
		if (anomaly == null && report.deviceTime() != null && !time.equals(report.deviceTime())) {
			anomaly = new Anomaly(Anomaly.Kind.CLOCK_OFF, true, "The device's clock is off by "
					+ Duration.between(now, report.deviceTime()).toSeconds() + " s: the server's time was taken");
		}
		Instant said = time.equals(report.deviceTime()) ? null : report.deviceTime();
		entries.add(decided(report.key(), time, said, now, report.fact(), anomaly));
		if (report.fact() instanceof HallEvent.EmergencySignalled signalled && (anomaly == null || anomaly.applied())) {
			this.incidents.signalled(report.key(), signalled, this.time.moment(time, this.at, now), now, entries);
		}
		if (replay) {
			this.chores.alarms(this.time.moment(time, this.at, now), now, entries);
		}
		return entries;
	}

	/**
	 * Does what is due.
	 * @return what to write, often nothing
	 */
	public List<JournalEntry> wake(Instant now) {
		List<JournalEntry> entries = new ArrayList<>(1);
		if (!this.time.isReplayed()) {
			this.chores.due(now, now, entries);
		}
		return entries;
	}

	/**
	 * Gives the hall its first plan or another one. The plan has passed
	 * {@link PlanCheck}.
	 * @return what to write; empty if the hall has this plan already
	 */
	public Optional<JournalEntry> plan(HallPlan plan, String actor, EventKey key, Instant now) {
		if (plan.equals(plan())) {
			return Optional.empty();
		}
		return Optional.of(decided(key, now, null, now, new HallEvent.HallPlanned(plan, actor), null));
	}

	/**
	 * Gives the hall's alerts other rules, which have passed
	 * {@link io.hallcommand.core.alert.RulesCheck}.
	 * @return what to write; empty if the hall has these rules already
	 */
	public List<JournalEntry> rules(AlertPolicy rules, String actor, EventKey key, Instant now) {
		return rules.equals(this.alarms.policy()) ? List.of()
				: changed(new HallEvent.RulesChanged(rules, actor), key, now);
	}

	/**
	 * Says who is on duty.
	 * @return what to write; empty if the hall has this roster already
	 */
	public List<JournalEntry> roster(List<Shift> shifts, String actor, EventKey key, Instant now) {
		return shifts.equals(this.alarms.shifts()) ? List.of()
				: changed(new HallEvent.RosterChanged(shifts, actor), key, now);
	}

	/**
	 * Says what is usual in the hall.
	 * @return what to write; empty if the hall knows just this already
	 */
	public List<JournalEntry> usual(UsualDays days, String actor, EventKey key, Instant now) {
		return days.equals(this.floor.usual) ? List.of() : changed(new HallEvent.UsualDaysGiven(days, actor), key, now);
	}

	/**
	 * Does what somebody at the desk wants, or says why not.
	 * @param key makes a retry harmless
	 */
	public DeskAnswer order(Order order, String actor, EventKey key, Instant now) {
		List<JournalEntry> entries = new ArrayList<>(1);
		Instant moment = this.time.moment(this.at, this.at, now);
		this.chores.due(moment, now, entries);
		Verdict verdict = this.alarms.book().judge(order, actor, this.version + 1, moment);
		int number = 0;
		for (AlertEvent event : verdict.events()) {
			EventKey each = (number == 0) ? key : new EventKey(key.source(), key.id() + "/" + number);
			entries.add(decided(each, moment, null, now, new HallEvent.AlertMoved(event), null));
			number++;
		}
		this.chores.alarms(moment, now, entries);
		Refusal refusal = (verdict instanceof Verdict.Refused refused) ? refused.refusal() : null;
		return new DeskAnswer(entries, verdict.events(), refusal, this.version, alert(order));
	}

	/**
	 * Does what somebody wants of the hall's emergencies, or says why not.
	 * @param key makes a retry harmless, and names the emergency that it declares
	 * @param said when it was said, which may be a while ago
	 */
	public EmergencyAnswer emergency(EmergencyOrder order, String actor, EventKey key, Instant said, Instant now) {
		List<JournalEntry> entries = new ArrayList<>(1);
		Instant moment = this.time.moment(this.at, this.at, now);
		this.chores.due(moment, now, entries);
		EmergencyVerdict verdict = this.incidents.order(order, actor, key,
				(this.time.isReplayed() || said.isAfter(now)) ? moment : said, now, entries);
		this.chores.alarms(moment, now, entries);
		EmergencyId id = verdict.emergency();
		return new EmergencyAnswer(entries, verdict.events(), verdict.refusal(), this.version,
				(id != null) ? emergency(id) : null);
	}

	/** By its id, or by that of another report of it. */
	public @Nullable Emergency emergency(EmergencyId id) {
		return this.emergencies.book().find(id);
	}

	/** In the order of their declarations. */
	public Collection<Emergency> emergencies() {
		return this.emergencies.book().all();
	}

	public ContingencyPlans contingencyPlans() {
		return this.emergencies.book().plans();
	}

	public AlertPolicy rules() {
		return this.alarms.policy();
	}

	public List<Shift> shifts() {
		return this.alarms.shifts();
	}

	/** What is usual in the hall, by weekday: the mean of days that are over. */
	public UsualDays usual() {
		return this.floor.usual;
	}

	/**
	 * Open alerts and the last few that were closed, the oldest first.
	 */
	public Collection<Alert> alerts() {
		return this.alarms.book().alerts();
	}

	public @Nullable Alert alert(AlertId id) {
		return this.alarms.book().find(id);
	}

	public Collection<Hold> holds() {
		return this.alarms.book().holds();
	}

	/**
	 * When the hall's alerts have something to do by themselves; {@code null} if nothing
	 * but an event changes them, or if the hall is a replayed one.
	 */
	public @Nullable Instant nextAlarm() {
		if (this.time.isReplayed() || this.floor.day.date == null) {
			return null;
		}
		Instant alarm = this.alarms.next();
		PlannedDrill drill = this.emergencies.book().nextDrill();
		return (drill != null && (alarm == null || drill.at().isBefore(alarm))) ? drill.at() : alarm;
	}

	/**
	 * When {@link #wake} has something to do next.
	 */
	public Optional<Instant> nextDeadline() {
		LocalDate today = this.floor.day.date;
		if (today == null || this.time.isReplayed()) {
			return Optional.empty();
		}
		Instant midnight = this.time.midnightBefore(today.plusDays(1));
		Instant alarm = nextAlarm();
		return Optional.of((alarm != null && alarm.isBefore(midnight)) ? alarm : midnight);
	}

	/**
	 * Takes over an entry of the journal.
	 * @throws IllegalArgumentException if it is not the next one
	 */
	public void apply(JournalEntry entry) {
		if (entry.version() != this.version + 1) {
			throw new IllegalArgumentException(
					this.id + " is at version " + this.version + " and cannot take version " + entry.version());
		}
		this.version = entry.version();
		if (entry.event() instanceof HallEvent.HallPlanned) {
			boolean replayed = this.time.isReplayed();
			this.fold.fold(entry.event(), entry.time());
			if (this.floor.day.date != null && replayed != this.time.isReplayed()) {
				// The two clocks have nothing to do with each other
				this.at = entry.time();
				this.lookedAt = Instant.EPOCH;
				this.floor.beginDay(this.floor.dateOf(entry.time()));
			}
			tick(entry);
		}
		else {
			tick(entry);
			if (entry.applied()) {
				this.fold.fold(entry.event(), entry.time());
			}
		}
		if (entry.anomaly() != null) {
			this.floor.day.anomalies++;
		}
		look(entry);
	}

	/**
	 * The whole view at the present version. The hall has a plan.
	 */
	public HallView view() {
		return this.picture.view(this.version, this.at);
	}

	/**
	 * What a screen of many halls shows of it at the present version. The hall has a
	 * plan.
	 */
	public Glance glance() {
		return this.glimpse.draw(this.version, this.at);
	}

	/**
	 * What changed since the last call, for the screens: a patch, or the whole view where
	 * that is simpler, or nothing.
	 */
	public @Nullable HallFrame takeFrame() {
		Changes changes = this.floor.changes;
		long after = changes.after();
		if (after == this.version || plan() == null) {
			return null;
		}
		HallFrame frame = changes.isEverything() ? view() : this.picture.patch(after, this.version, this.at);
		changes.reset(this.version);
		return frame;
	}

	/**
	 * Forgets what changed: nobody looks. The next frame leads on from here.
	 */
	public void skipFrame() {
		this.floor.changes.reset(this.version);
	}

	/**
	 * Moves the hall's clock; its first tick begins the first day. A replayed hall's
	 * stands still unless a device reports.
	 */
	private void tick(JournalEntry entry) {
		boolean ticks = !this.time.isReplayed() || entry.event() instanceof HallEvent.Fact
				|| entry.event() instanceof HallEvent.AlertMoved || entry.event() instanceof HallEvent.EmergencyMoved;
		boolean first = this.floor.day.date == null;
		if (first || (ticks && entry.time().isAfter(this.at))) {
			this.at = entry.time();
		}
		if (first && ticks) {
			this.floor.day.begin(this.floor.dateOf(entry.time()));
		}
	}

	/** Holds what the entry touched against the rules. */
	private void look(JournalEntry entry) {
		boolean replay = this.time.isReplayed();
		if (entry.event() instanceof HallEvent.Fact && !replay) {
			String source = entry.key().source();
			Instant said = (entry.deviceTime() != null) ? entry.deviceTime() : entry.time();
			this.floor.sources.heard(source, said, entry.recordedAt());
			this.floor.touched.source = source;
		}
		if (replay) {
			// Its first event may lie before its plan
			this.lookedAt = this.at;
		}
		else if (entry.recordedAt().isAfter(this.lookedAt)) {
			// By the server's clock, as devices' clocks differ
			this.lookedAt = entry.recordedAt();
		}
		this.alarms.look(this.lookedAt);
	}

	private @Nullable Alert alert(Order order) {
		return (order instanceof Order.OnAlert on) ? this.alarms.book().find(on.alert()) : null;
	}

	private List<JournalEntry> changed(HallEvent event, EventKey key, Instant now) {
		List<JournalEntry> entries = new ArrayList<>(1);
		Instant moment = this.time.moment(this.at, this.at, now);
		this.chores.due(moment, now, entries);
		entries.add(decided(key, moment, null, now, event, null));
		this.chores.alarms(moment, now, entries);
		return entries;
	}

	private JournalEntry decided(EventKey key, Instant time, @Nullable Instant deviceTime, Instant now, HallEvent event,
			@Nullable Anomaly anomaly) {
		JournalEntry entry = new JournalEntry(this.version + 1, key, time, deviceTime, now, event, anomaly);
		apply(entry);
		return entry;
	}

	/** Writes what others decide for the hall. */
	private final class OwnPen implements Pen {

		@Override
		public long next() {
			return Hall.this.version + 1;
		}

		@Override
		public Instant at() {
			return Hall.this.at;
		}

		@Override
		public JournalEntry write(EventKey key, Instant time, Instant now, HallEvent event) {
			return decided(key, time, null, now, event, null);
		}

	}

}
