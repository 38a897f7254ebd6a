/**
 * Alerts: the rules by which they are raised, and their life from there to the last
 * acknowledgement, after ISA-18.2. What a rule looks at is the hall's business.
 */
@NullMarked
package io.hallcommand.core.alert;

import org.jspecify.annotations.NullMarked;
