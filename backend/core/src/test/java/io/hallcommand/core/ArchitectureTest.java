package io.hallcommand.core;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.hallcommand.core.planted.UsesForbiddenThings;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the core may use. Each rule is shown to bite by a planted violation.
 */
class ArchitectureTest {

	private static final JavaClasses CORE = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.hallcommand.core");

	private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(UsesForbiddenThings.class);

	private static final ArchRule PURE = classes().that()
		.resideInAPackage("io.hallcommand.core..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.hallcommand.core..", "java.lang..", "java.util..", "java.time..",
				"org.jspecify.annotations..");

	private static final ArchRule NO_CLOCK = noClasses().should()
		.callMethod(java.time.Instant.class, "now")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.orShould()
		.callMethod(System.class, "nanoTime")
		.orShould()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.util.Random")
		.orShould()
		.dependOnClassesThat()
		.haveFullyQualifiedName("java.util.UUID")
		.orShould()
		.callMethod(java.util.Map.class, "copyOf", java.util.Map.class);

	@Test
	void theCoreUsesTheJdkAndNothingElse() {
		PURE.check(CORE);
		assertThat(PURE.evaluate(PLANTED).hasViolation()).isTrue();
	}

	@Test
	void theCoreHasNoClockNoChanceAndNoUnorderedCopies() {
		NO_CLOCK.check(CORE);
		assertThat(NO_CLOCK.evaluate(PLANTED).getFailureReport().getDetails()).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void packagesDoNotDependOnEachOtherInCircles() {
		slices().matching("io.hallcommand.core.(*)..").should().beFreeOfCycles().check(CORE);
	}

}
