package io.hallcommand.server.stream;

/**
 * Makes feeds of other things than halls.
 */
public interface Feeds {

	/**
	 * A feed that is there as long as the server is.
	 * @param epoch names the one who counts its versions: it changes when they begin anew
	 * @param draw asks for a snapshot, which comes soon; any thread may run it
	 */
	Feed feed(String epoch, Runnable draw);

}
