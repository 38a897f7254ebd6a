package io.hallcommand.core.place;

/**
 * A name in both of the hall's languages.
 *
 * @param zh Chinese
 * @param en English
 */
public record Label(String zh, String en) {

}
