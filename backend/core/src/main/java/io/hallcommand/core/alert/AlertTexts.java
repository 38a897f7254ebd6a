package io.hallcommand.core.alert;

import io.hallcommand.core.place.Label;

/**
 * What people read of an alert, whatever its level.
 *
 * @param guidance what to do
 * @param basis where the rule comes from
 */
public record AlertTexts(Label guidance, String basis) {

}
