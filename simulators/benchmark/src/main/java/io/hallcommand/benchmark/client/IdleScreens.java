package io.hallcommand.benchmark.client;

/**
 * Screens that only look on.
 */
public final class IdleScreens implements AutoCloseable {

	private final Loop loop = new Loop();

	private final Screens screens = new Screens(this.loop, () -> {
	});

	private int pictures;

	/** Lets more screens in, and waits until each shows what it is shown at once. */
	public void add(Stage stage, int count) throws InterruptedException {
		this.screens.open(stage.door(), new Audience(count, stage.base()));
		this.pictures += stage.picture() ? count : 0;
		this.screens.awaitPictures(this.pictures);
	}

	/** Throws if one was sent off. */
	public void check() {
		this.screens.check();
	}

	@Override
	public void close() {
		this.screens.close();
		this.loop.close();
	}

}
