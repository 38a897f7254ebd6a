package io.hallcommand.core.emergency;

import io.hallcommand.core.place.Label;

/**
 * A language that people of the hall read.
 */
public enum Language {

	ZH, EN;

	/** The text in this language; in the other one if it is not written in this. */
	public String of(Label label) {
		String text = (this == ZH) ? label.zh() : label.en();
		String other = (this == ZH) ? label.en() : label.zh();
		return text.isBlank() ? other : text;
	}

}
