package org.incumbent.source;

/**
 * What sort of document a source is.
 */
public enum SourceKind {

	NEWS_ARTICLE, PRESS_RELEASE, OFFICIAL_PAGE, REPORT, LEGISLATION, HEARING, DATASET, REFERENCE, BLOG, OTHER

}
