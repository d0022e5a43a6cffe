package org.incumbent.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.incumbent.paging.Folding;
import org.incumbent.role.RoleKind;
import org.incumbent.source.Subject;
import org.incumbent.time.FuzzyDate;
import org.jspecify.annotations.Nullable;

/**
 * What is suspicious about the roles in which people are quoted: a printed attribution
 * names one and no appointment is given, or one is given that the speaker certainly did
 * not hold on the day.
 */
final class AttributionSuspicions {

	private static final Pattern PAST = Pattern.compile("\\b(ex|former|formerly|previous|previously)\\b");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");

	/** The titles of all roles, each as its words. */
	private final Set<List<String>> titles = new HashSet<>();

	/** How many words the longest title has. */
	private final int longestTitle;

	private final DataPackage data;

	private final RecordedTenures tenures;

	private final KeyIndex speakingAs;

	/**
	 * A look at the quotes of a package.
	 */
	AttributionSuspicions(DataPackage data, RecordedTenures tenures) {
		this.data = data;
		for (Row role : data.rows("roles")) {
			if (!role.get("kinds").equals(RoleKind.UNSPECIFIED.name())) {
				this.titles.add(words(role.get("name")));
			}
		}
		this.longestTitle = this.titles.stream().mapToInt(List::size).max().orElse(0);
		this.tenures = tenures;
		this.speakingAs = KeyIndex.of(data.table("quote_roles"), "quote_id");
	}

	/**
	 * Adds what is suspicious about one quote, if a person speaks.
	 */
	void find(Row quote, List<SuspiciousFact> facts) {
		String person = quote.text("speaker_person_id");
		if (person == null) {
			return;
		}
		Row speaker = this.data.get("people", person);
		List<Row> posts = this.speakingAs.all(quote.get("id"));
		if (posts.isEmpty() && namesARole(quote.get("attribution"))) {
			facts
				.add(suspicious(quote, null, "The words are attributed to %s, but no appointment of %s is given as the "
						+ "role in which they were said.", quote.get("attribution"), speaker.get("name")));
		}
		for (Row post : posts) {
			checkDay(quote, post, facts);
		}
	}

	private void checkDay(Row quote, Row post, List<SuspiciousFact> facts) {
		RecordedTenure tenure = this.tenures.find(post.get("appointment_id"));
		String day = quote.text("said_on");
		if (tenure == null || day == null) {
			return;
		}
		FuzzyDate said = FuzzyDate.parse(day);
		if (tenure.bounds().shownOn(said).isContradictory()) {
			facts.add(suspicious(quote, tenure.subject(),
					"%s is quoted as %s, but certainly was not that on the day (%s).", tenure.personName(),
					tenure.post(), said.display()));
		}
	}

	private static SuspiciousFact suspicious(Row quote, @Nullable Subject other, String detail, String... words) {
		return new SuspiciousFact(SuspicionRule.MISMATCHED_ATTRIBUTION, new Subject("Quote", quote.get("id")), other,
				null, detail.formatted((Object[]) words), null);
	}

	/**
	 * Whether an attribution has the title of a role in it and says nothing of the past.
	 */
	private boolean namesARole(String attribution) {
		if (PAST.matcher(Folding.fold(attribution)).find()) {
			return false;
		}
		List<String> words = words(attribution);
		for (int from = 0; from < words.size(); from++) {
			for (int to = from + 1; to <= Math.min(words.size(), from + this.longestTitle); to++) {
				if (this.titles.contains(words.subList(from, to))) {
					return true;
				}
			}
		}
		return false;
	}

	private static List<String> words(String text) {
		List<String> words = new ArrayList<>(List.of(BETWEEN_WORDS.split(Folding.fold(text))));
		words.removeIf(String::isEmpty);
		return words;
	}

}
