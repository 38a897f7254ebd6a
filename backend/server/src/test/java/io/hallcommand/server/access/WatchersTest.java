package io.hallcommand.server.access;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

class WatchersTest {

	private final Watchers watchers = new Watchers();

	@Test
	void thoseWhoWatchACredentialHearOnceThatItIsOver() {
		List<String> heard = new ArrayList<>();
		this.watchers.add("mine", () -> heard.add("first"));
		this.watchers.add("mine", () -> heard.add("second"));
		this.watchers.add("yours", () -> heard.add("other"));
		this.watchers.over("mine");
		this.watchers.over("mine");
		this.watchers.over("nobody's");
		assertThat(heard).containsExactlyInAnyOrder("first", "second");
	}

	@Test
	void whoHasLeftHearsNothingAndIsForgotten() {
		AtomicInteger heard = new AtomicInteger();
		List<Disposable> watching = new ArrayList<>();
		for (int i = 0; i < 10_000; i++) {
			watching.add(this.watchers.add("wall", heard::incrementAndGet));
		}
		Disposable last = watching.removeLast();
		watching.forEach(Disposable::dispose);
		assertThat(this.watchers.size()).isOne();
		this.watchers.over("wall");
		assertThat(heard).hasValue(1);
		Disposable anew = this.watchers.add("wall", heard::incrementAndGet);
		// It watched the credential that was over before: the new one is not its
		last.dispose();
		assertThat(this.watchers.size()).isOne();
		anew.dispose();
		assertThat(this.watchers.size()).isZero();
	}

	@Test
	void whoHearsItMayLeaveMeanwhile() {
		AtomicInteger heard = new AtomicInteger();
		Disposable[] watching = new Disposable[100];
		for (int i = 0; i < watching.length; i++) {
			int mine = i;
			watching[i] = this.watchers.add("wall", () -> {
				heard.incrementAndGet();
				watching[mine].dispose();
			});
		}
		this.watchers.over("wall");
		assertThat(heard).hasValue(watching.length);
		assertThat(this.watchers.size()).isZero();
	}

}
