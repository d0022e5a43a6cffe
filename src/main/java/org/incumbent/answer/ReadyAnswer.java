package org.incumbent.answer;

/**
 * An answer that is found without reading what is asked, and what is said along with it.
 *
 * @param release the version of the release that it comes from
 * @param caching what caches may do with it
 */
public record ReadyAnswer(Answer answer, String release, String caching) {

}
