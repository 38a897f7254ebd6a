package io.hallcommand.server.journal;

class MemoryJournalTest extends JournalContract {

	private final MemoryJournal journal = new MemoryJournal();

	@Override
	Journal journal() {
		return this.journal;
	}

	@Override
	Journal anotherNode() {
		return this.journal;
	}

}
