/**
 * The demo halls, the crowd that brings one to life, and the greeting on the console.
 */
@NullMarked
package io.hallcommand.server.demo;

import org.jspecify.annotations.NullMarked;
