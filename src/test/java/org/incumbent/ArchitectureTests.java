package org.incumbent;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

import javax.sql.DataSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of the code's layout. Each one first asserts that it has found as many
 * classes to look at as there must be, since a rule that sees nothing never fails.
 */
class ArchitectureTests {

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.incumbent");

	private static final JavaClasses TESTS = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
		.importPackages("org.incumbent");

	private static final List<Class<?>> SQL_SENDERS = List.of(JdbcClient.class, JdbcOperations.class,
			NamedParameterJdbcOperations.class, DataSource.class, Connection.class, Statement.class);

	private static final DescribedPredicate<JavaClass> IS_CONTROLLER = metaAnnotatedWith(Controller.class).forSubtype();

	private static final DescribedPredicate<JavaClass> IS_REPOSITORY_OR_LOADER = DescribedPredicate
		.describe("a *Repository or a *Loader, or in the package store", ArchitectureTests::isRepositoryOrLoader);

	/**
	 * What can send SQL. A record may read a row, and a filter may write a condition;
	 * that sends nothing.
	 */
	private static final DescribedPredicate<JavaClass> SENDS_SQL = DescribedPredicate.describe("sends SQL",
			ArchitectureTests::sendsSql);

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("(**)").should().beFreeOfCycles().check(moreThan(100, MAIN));
	}

	@Test
	void packagesAreOneLevelDeep() {
		classes().should().haveNameMatching("org\\.incumbent\\.([a-z]+\\.)?[A-Za-z0-9_$-]+").check(moreThan(100, MAIN));
	}

	@Test
	void packagesAreNamedForWhatTheyAreAbout() {
		noClasses().should()
			.resideInAnyPackage("..service..", "..dto..", "..mapper..", "..impl..", "..util..", "..utils..",
					"..common..", "..helper..", "..helpers..")
			.check(moreThan(100, MAIN));
	}

	@Test
	void packagesAreNullMarked() {
		JavaPackage base = moreThan(100, MAIN).getPackage("org.incumbent");
		assertThat(base.getSubpackagesInTree()).hasSizeGreaterThan(10)
			.filteredOn((each) -> !each.isAnnotatedWith(NullMarked.class))
			.as("packages whose package-info.java lacks @NullMarked")
			.isEmpty();
		assertThat(base.isAnnotatedWith(NullMarked.class)).as("org.incumbent is @NullMarked").isTrue();
	}

	@Test
	void controllersAreNeverPublic() {
		classes().should()
			.notBePublic()
			.andShould()
			.haveSimpleNameEndingWith("Controller")
			.check(moreThan(10, MAIN.that(IS_CONTROLLER)));
	}

	@Test
	void onlyRepositoriesAndTheLoaderSendSql() {
		classes().should(ArchCondition.from(IS_REPOSITORY_OR_LOADER).as("be a *Repository or a *Loader"))
			.check(moreThan(5, MAIN.that(SENDS_SQL)));
	}

	@Test
	void webAsksTheApiInsteadOfTheRepositories() {
		noClasses().should()
			.dependOnClassesThat(IS_REPOSITORY_OR_LOADER)
			.check(moreThan(1, MAIN.that(resideInAPackage("org.incumbent.web.."))));
	}

	@Test
	void testsAreNamedSoThatTheyRun() {
		methods().that()
			.areMetaAnnotatedWith(Testable.class)
			.should()
			.beDeclaredInClassesThat(DescribedPredicate.describe("belong to a class whose name ends in Tests",
					(each) -> outermost(each).getSimpleName().endsWith("Tests")))
			.andShould()
			.notBeMetaAnnotatedWith(Disabled.class)
			.check(moreThan(10, TESTS));
	}

	private static JavaClasses moreThan(int count, JavaClasses classes) {
		assertThat(classes).as("classes that this rule looks at").hasSizeGreaterThan(count);
		return classes;
	}

	private static boolean isRepositoryOrLoader(JavaClass javaClass) {
		String name = outermost(javaClass).getSimpleName();
		return name.endsWith("Repository") || name.endsWith("Loader")
				|| javaClass.getPackageName().equals("org.incumbent.store");
	}

	private static boolean sendsSql(JavaClass javaClass) {
		return javaClass.getDirectDependenciesFromSelf()
			.stream()
			.map(Dependency::getTargetClass)
			.anyMatch(ArchitectureTests::isSqlSender);
	}

	private static boolean isSqlSender(JavaClass javaClass) {
		return SQL_SENDERS.stream().anyMatch(javaClass::isAssignableTo);
	}

	private static JavaClass outermost(JavaClass javaClass) {
		return javaClass.getEnclosingClass().map(ArchitectureTests::outermost).orElse(javaClass);
	}

}
