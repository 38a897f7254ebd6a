package io.hallcommand.server.live;

import java.util.List;

import io.hallcommand.core.hall.Glance;

/**
 * Hears what halls that changed look like from afar, once that is committed: at once when
 * an alert or an emergency moved, else within about a second. Called on a writer's
 * thread: must not block. Of a hall that lives on several nodes each tells its own.
 */
public interface GlanceListener {

	void glanced(List<Glance> glances);

}
