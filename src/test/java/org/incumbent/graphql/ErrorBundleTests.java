package org.incumbent.graphql;

import java.util.Locale;
import java.util.ResourceBundle;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorBundleTests {

	@ParameterizedTest
	@ValueSource(strings = { "Execution", "Parsing", "Scalars", "Validation" })
	void everyMessageOfTheLibraryHasOneOfOurs(String bundle) {
		ResourceBundle library = ResourceBundle.getBundle("i18n." + bundle, Locale.ROOT);
		ResourceBundle ours = ResourceBundle.getBundle("i18n." + bundle, Locale.UK);
		assertThat(ours.getLocale()).isEqualTo(Locale.UK);
		for (String key : library.keySet()) {
			assertThat(ours.getString(key)).as(key).isNotEqualTo(library.getString(key)).isNotBlank();
		}
	}

}
