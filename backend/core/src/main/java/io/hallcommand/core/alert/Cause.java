package io.hallcommand.core.alert;

/**
 * Why an alert stands. There is one alert at a time for one cause.
 *
 * @param rule the id of the rule
 */
public record Cause(String rule, Subject subject) {

}
