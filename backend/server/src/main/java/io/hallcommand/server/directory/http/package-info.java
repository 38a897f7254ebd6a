/**
 * The directory over HTTP: the tree, and plans as JSON and YAML.
 */
@NullMarked
package io.hallcommand.server.directory.http;

import org.jspecify.annotations.NullMarked;
