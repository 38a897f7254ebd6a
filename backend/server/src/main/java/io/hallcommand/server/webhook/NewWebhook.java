package io.hallcommand.server.webhook;

import java.net.URI;
import java.util.List;

import io.hallcommand.core.alert.Severity;
import io.hallcommand.core.hall.HallId;

/**
 * A webhook to be made.
 *
 * @param lowest alerts below this severity are not told
 * @param by who makes it
 */
public record NewWebhook(HallId hall, URI url, Severity lowest, List<String> types, String by) {
}
