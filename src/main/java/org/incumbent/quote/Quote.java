package org.incumbent.quote;

import java.sql.SQLException;
import java.util.Set;

import org.incumbent.source.Cited;
import org.incumbent.store.ResultRow;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * Words that a source attributes to a speaker: to a person, an organisation or somebody
 * it does not name, one of the three.
 *
 * @param text the words, paragraphs separated by an empty line; null for reported speech
 * @param gloss what was said or asked, in our own words
 * @param attribution the speaker as the source prints it
 * @param position the quote's place among those of its source, from 1
 * @param settingKey the event at or in which it was said
 */
public record Quote(String key, String sourceKey, int position, String locator, QuoteForm form, @Nullable String text,
		@Nullable String gloss, String attribution, @Nullable String speakerPersonKey,
		@Nullable String speakerOrganisationKey, @Nullable String speakerDescription, @Nullable FuzzyDate saidOn,
		QuoteChannel channel, @Nullable String settingKey, boolean disputed) implements Cited {

	private static final Set<String> CLAIM_FIELDS = Set.of("form", "text", "gloss", "attribution", "speaker_person_id",
			"speaker_organisation_id", "speaker_description", "said_on", "channel", "setting_event_id");

	static Quote of(ResultRow row) throws SQLException {
		return new Quote(row.getString("id"), row.getString("source_id"), row.getInt("position"),
				row.getString("locator"), QuoteForm.valueOf(row.getString("form")), row.getString("text"),
				row.getString("gloss"), row.getString("attribution"), row.getString("speaker_person_id"),
				row.getString("speaker_organisation_id"), row.getString("speaker_description"), row.date("said_on"),
				QuoteChannel.valueOf(row.getString("channel")), row.getString("setting_event_id"),
				row.getBoolean("disputed"));
	}

	@Override
	public Set<String> claimFields() {
		return CLAIM_FIELDS;
	}

}
