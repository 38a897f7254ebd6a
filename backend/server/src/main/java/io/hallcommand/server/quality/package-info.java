/**
 * How good the alerts of a hall are for those who must answer them: too many, too often,
 * too long, answered how fast. The figures and targets are those of EEMUA 191 and
 * ISA-18.2 as they are commonly used.
 * <p>
 * They are drawn from the journal in one pass, so they can be had for any time that the
 * journal still knows, and cost nothing until somebody asks.
 */
@NullMarked
package io.hallcommand.server.quality;

import org.jspecify.annotations.NullMarked;
