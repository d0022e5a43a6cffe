package org.incumbent.source;

/**
 * What sort of document a source is.
 */
public enum SourceKind {

	NEWS_ARTICLE, PRESS_RELEASE, OFFICIAL_PAGE, REPORT, LEGISLATION, HEARING, DATASET, REFERENCE, BLOG, OTHER;

	/**
	 * Whether such a document gathers or comments on what others told first, so that a
	 * fact wants a better one.
	 */
	public boolean isSecondary() {
		return switch (this) {
			case REFERENCE, BLOG -> true;
			case NEWS_ARTICLE, PRESS_RELEASE, OFFICIAL_PAGE, REPORT, LEGISLATION, HEARING, DATASET, OTHER -> false;
		};
	}

}
