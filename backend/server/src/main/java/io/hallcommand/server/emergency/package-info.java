/**
 * Emergencies for those who work them: declared, worked step by step, reported, reviewed;
 * plans and drills; what the halls above are told.
 */
@NullMarked
package io.hallcommand.server.emergency;

import org.jspecify.annotations.NullMarked;
