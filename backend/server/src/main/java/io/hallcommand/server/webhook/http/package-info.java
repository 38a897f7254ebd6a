/**
 * Webhooks over HTTP.
 */
@NullMarked
package io.hallcommand.server.webhook.http;

import org.jspecify.annotations.NullMarked;
