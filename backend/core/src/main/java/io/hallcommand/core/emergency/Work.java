package io.hallcommand.core.emergency;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import io.hallcommand.core.place.HallZoneId;

/**
 * What people have done so far.
 *
 * @param steps by their ids; one that is not there has not been touched
 */
public record Work(SequencedMap<String, Progress> steps, SequencedMap<EmergencyRole, String> roles, Counts counts,
		SequencedMap<HallZoneId, Muster> muster) {

	static final Work NONE = new Work(new LinkedHashMap<>(), new LinkedHashMap<>(), Counts.NONE, new LinkedHashMap<>());

	public Progress step(String id) {
		return this.steps.getOrDefault(id, Progress.NONE);
	}

	Work step(String id, Progress progress) {
		return new Work(with(this.steps, id, progress), this.roles, this.counts, this.muster);
	}

	Work role(EmergencyRole role, String to) {
		return new Work(this.steps, with(this.roles, role, to), this.counts, this.muster);
	}

	Work counts(Counts counts) {
		return new Work(this.steps, this.roles, counts, this.muster);
	}

	Work muster(HallZoneId zone, Muster muster) {
		return new Work(this.steps, this.roles, this.counts, with(this.muster, zone, muster));
	}

	private static <K, V> SequencedMap<K, V> with(SequencedMap<K, V> map, K key, V value) {
		SequencedMap<K, V> copy = new LinkedHashMap<>(map);
		copy.put(key, value);
		return copy;
	}

}
