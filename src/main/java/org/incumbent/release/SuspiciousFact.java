package org.incumbent.release;

import java.sql.SQLException;
import java.util.List;

import org.incumbent.attribution.AttributionReason;
import org.incumbent.source.Subject;
import org.incumbent.store.ResultRow;
import org.jspecify.annotations.Nullable;

/**
 * Something in the dataset that is likely to be a mistake, unless it is explained.
 *
 * @param about the record that is suspicious
 * @param other the record that it does not go together with, null where it is suspicious
 * by itself
 * @param days how many days the overlap, the gap or the tenure lasts, null for quotes
 * @param detail what is suspicious, as a sentence
 * @param explanation why it is right all the same, null where nobody has said so yet
 * @param reason of a quote, in what its attribution disagrees with the dataset
 */
record SuspiciousFact(SuspicionRule rule, Subject about, @Nullable Subject other, @Nullable Integer days, String detail,
		@Nullable String explanation, @Nullable AttributionReason reason) {

	SuspiciousFact(SuspicionRule rule, Subject about, @Nullable Subject other, @Nullable Integer days, String detail,
			@Nullable String explanation) {
		this(rule, about, other, days, detail, explanation, null);
	}

	/** The columns of the database. */
	static final List<String> COLUMNS = List.of("id", "rule", "subject_type", "subject_id", "other_type", "other_id",
			"days", "detail", "explanation", "reason");

	static SuspiciousFact of(ResultRow row) throws SQLException {
		String other = row.getString("other_id");
		String reason = row.getString("reason");
		return new SuspiciousFact(SuspicionRule.valueOf(row.getString("rule")), Subject.of(row),
				(other != null) ? new Subject(row.getString("other_type"), other) : null, row.integer("days"),
				row.getString("detail"), row.getString("explanation"),
				(reason != null) ? AttributionReason.valueOf(reason) : null);
	}

	/**
	 * The key in the database, which orders facts by rule and record.
	 */
	String key() {
		String key = this.rule + "/" + this.about.key();
		return (this.other != null) ? key + "/" + this.other.key() : key;
	}

	/**
	 * The row of the database, in the order of its columns.
	 */
	@Nullable Object[] row() {
		return new @Nullable Object[] { key(), this.rule.name(), this.about.type(), this.about.key(),
				(this.other != null) ? this.other.type() : null, (this.other != null) ? this.other.key() : null,
				this.days, this.detail, this.explanation, (this.reason != null) ? this.reason.name() : null };
	}

	SuspiciousFact with(@Nullable String note) {
		return new SuspiciousFact(this.rule, this.about, this.other, this.days, this.detail, note, this.reason);
	}

}
