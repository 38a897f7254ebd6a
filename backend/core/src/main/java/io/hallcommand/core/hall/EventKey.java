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

	/** How the sources of what officers decide begin. No device may use it. */
	public static final String DESK = "desk:";

	/**
	 * The key of an order from the desk.
	 * @param id the officer's own for it; what follows of the same order has this id, a
	 * slash and a number
	 */
	public static EventKey ofOrder(String officer, String id) {
		return new EventKey(DESK + officer, id);
	}

	/** Whether this is the key of an order, or of what followed of the same order. */
	public boolean isOf(EventKey order) {
		return this.source.equals(order.source) && (this.id.equals(order.id) || this.id.startsWith(order.id + "/"));
	}

}
