package io.hallcommand.server.planted;

import com.fasterxml.jackson.core.JsonFactory;
import io.hallcommand.server.journal.Journal;
import io.hallcommand.sim.engine.Agenda;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * Breaks the rules on purpose, so that a test can show that they bite.
 */
public class BreaksTheRules {

	@Autowired
	@Nullable Journal journal;

	@Nullable JsonFactory factory;

	@Nullable Agenda agenda;

}
