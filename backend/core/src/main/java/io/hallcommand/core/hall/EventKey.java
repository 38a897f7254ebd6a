package io.hallcommand.core.hall;

/**
 * What makes an event the same event when it is sent again.
 *
 * @param source who reports it, unique in the hall
 * @param id unique within the source
 */
public record EventKey(String source, String id) {

	/** The source of what the hall decides by itself. No device may use it. */
	public static final String HALL = "hall";

}
