package org.incumbent.release;

import java.util.List;

/**
 * Checks a data package before it may come into service, and tells all that is wrong with
 * it at once.
 */
final class PackageValidator {

	private static final List<Rule> RULES = List.of(new CellRules(), new KeyRules(), new ReferenceRules(),
			new RedirectRules(), new HierarchyRules(), new LineageRules(), new PeriodRules(), new AnnouncedEndRules(),
			new TenureRules(), new ParticipationRules(), new QuoteRules(), new CitationRules(), new ClaimRules(),
			new RemarkRules());

	private final PackageFormat format;

	PackageValidator(PackageFormat format) {
		this.format = format;
	}

	/**
	 * What is wrong with a package, by file, line and column; empty if it is valid.
	 */
	Problems validate(DataPackage data) {
		Problems problems = Problems.copyOf(data.problems());
		PackageIndex index = new PackageIndex(this.format, data);
		RULES.forEach((rule) -> rule.check(index, problems));
		return problems.sorted();
	}

}
