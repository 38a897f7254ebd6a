package io.hallcommand.server.access.http;

import io.hallcommand.core.hall.HallId;
import io.hallcommand.server.access.Caller;
import io.hallcommand.server.access.HallTree;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Whom an administrator may administer: one who is for a hall, only what is for that hall
 * or for halls below it.
 */
@Component
class Administration {

	private final HallTree tree;

	Administration(HallTree tree) {
		this.tree = tree;
	}

	boolean covers(Caller administrator, @Nullable HallId scope) {
		HallId own = administrator.scope();
		return own == null || scope != null && this.tree.isWithin(scope, own);
	}

	/** Checks the scope of a user or token to be made. */
	void check(Caller administrator, @Nullable HallId scope, Input input) {
		if (scope != null && !this.tree.exists(scope)) {
			input.wrong("scope", "names no hall: " + scope);
		}
		else if (!covers(administrator, scope)) {
			input.wrong("scope", "must be " + administrator.scope() + " or a hall below it, as " + administrator.name()
					+ " is for that one only");
		}
	}

}
