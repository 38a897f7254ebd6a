/**
 * Access over HTTP: the rules of every address, logins, tokens and users.
 */
@NullMarked
package io.hallcommand.server.access.http;

import org.jspecify.annotations.NullMarked;
