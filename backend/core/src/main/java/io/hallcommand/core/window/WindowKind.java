package io.hallcommand.core.window;

/**
 * What a window is for.
 */
public enum WindowKind {

	/** 综合窗口: takes any affair. */
	COMPREHENSIVE,
	/** 潮汐窗口: opened when a queue grows. */
	TIDAL,
	/** "办不成事"窗口: for affairs that got stuck elsewhere. */
	UNRESOLVED_AFFAIRS,
	/** 专窗: one department's affairs. */
	SPECIALIST,
	/** 无障碍窗口. */
	ACCESSIBLE

}
