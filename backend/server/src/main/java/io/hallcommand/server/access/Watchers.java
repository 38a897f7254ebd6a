package io.hallcommand.server.access;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.Disposable;

/**
 * Who wants to hear that a credential is over. Thousands of screens may show the same
 * one: to come and to go costs each of them the same.
 */
final class Watchers {

	private final Map<String, Group> groups = new ConcurrentHashMap<>();

	/**
	 * Runs the work, once, when the credential is over, unless it is disposed of before.
	 */
	Disposable add(String credential, Runnable work) {
		Watcher[] added = new Watcher[1];
		this.groups.compute(credential, (key, known) -> {
			Group group = (known != null) ? known : new Group(key);
			added[0] = new Watcher(group, work);
			group.watchers.add(added[0]);
			return group;
		});
		return added[0];
	}

	/** This credential is over. */
	void over(String credential) {
		Group group = this.groups.remove(credential);
		if (group != null) {
			group.watchers.forEach((watcher) -> watcher.work.run());
		}
	}

	/** Whether somebody who shows this credential is inside. */
	boolean watched(String credential) {
		return this.groups.containsKey(credential);
	}

	/** How many credentials are watched. */
	int size() {
		return this.groups.size();
	}

	/**
	 * Those who watch one credential. All hold the same text of it.
	 */
	private static final class Group {

		private final String credential;

		private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();

		Group(String credential) {
			this.credential = credential;
		}

	}

	/**
	 * One of them.
	 */
	private final class Watcher implements Disposable {

		private final Group group;

		private final Runnable work;

		Watcher(Group group, Runnable work) {
			this.group = group;
			this.work = work;
		}

		@Override
		public void dispose() {
			this.group.watchers.remove(this);
			Watchers.this.groups.computeIfPresent(this.group.credential,
					(key, group) -> group.watchers.isEmpty() ? null : group);
		}

	}

}
