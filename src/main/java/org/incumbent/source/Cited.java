package org.incumbent.source;

import java.util.Set;

import org.incumbent.graphql.GlobalId;

/**
 * A record whose facts come from sources.
 */
public interface Cited {

	/**
	 * The record's key in the data package.
	 */
	String key();

	/**
	 * The columns of the data package that claims on this record are about.
	 */
	Set<String> claimFields();

	/**
	 * The name of the record's GraphQL type.
	 */
	default String type() {
		return getClass().getSimpleName();
	}

	default String id() {
		return GlobalId.of(type(), key());
	}

}
