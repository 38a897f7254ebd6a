/**
 * Emergencies: what kind and how bad, contingency plans, what people do step by step,
 * reports, and the end.
 */
@NullMarked
package io.hallcommand.core.emergency;

import org.jspecify.annotations.NullMarked;
