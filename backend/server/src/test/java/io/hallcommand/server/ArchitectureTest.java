package io.hallcommand.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.hallcommand.server.planted.BreaksTheRules;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may use which. The list is complete: a new package, or a new use, is
 * entered here or refused. Each rule is shown to bite by a planted violation.
 */
class ArchitectureTest {

	private static final String SERVER = "io.hallcommand.server";

	/** What each package of the server may use of the others. */
	private static final Map<String, Set<String>> USES = new TreeMap<>(
			Map.ofEntries(Map.entry("embedded", Set.of()), Map.entry("rounds", Set.of()), Map.entry("clock", Set.of()),
					Map.entry("journal", Set.of("rounds")), Map.entry("connection", Set.of()),
					Map.entry("cluster", Set.of("journal")), Map.entry("live", Set.of("journal", "cluster")),
					Map.entry("problem", Set.of("journal", "live")), Map.entry("access", Set.of("problem", "rounds")),
					Map.entry("directory", Set.of("access", "journal", "live", "problem", "rounds")),
					Map.entry("rsocket", Set.of("access", "connection", "problem")),
					Map.entry("stream", Set.of("access", "journal", "live", "problem", "rsocket")),
					Map.entry("intake", Set.of("access", "lifeline", "live", "problem", "rsocket")),
					Map.entry("pages", Set.of("problem")), Map.entry("webhook", Set.of("access", "problem", "rounds")),
					Map.entry("quality", Set.of("directory", "problem")),
					Map.entry("desk", Set.of("access", "directory", "journal", "live", "problem")),
					Map.entry("cap", Set.of("directory", "journal", "problem")),
					Map.entry("emergency",
							Set.of("lifeline", "access", "desk", "directory", "journal", "live", "problem")),
					Map.entry("rules", Set.of("access", "directory", "live", "problem")),
					Map.entry("lifeline", Set.of("journal", "live")),
					Map.entry("region",
							Set.of("access", "directory", "journal", "live", "problem", "rounds", "rsocket", "stream")),
					Map.entry("demo", Set.of("access", "directory", "live"))));

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(SERVER);

	private static final JavaClasses PLANTED = new ClassFileImporter().importClasses(BreaksTheRules.class);

	private static final ArchRule ONLY_THE_DEMO_KNOWS_SIMULATORS = noClasses().that()
		.resideOutsideOfPackage(SERVER + ".demo..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.hallcommand.sim..");

	private static final ArchRule NO_FIELD_INJECTION = noClasses().should()
		.dependOnClassesThat()
		.haveFullyQualifiedName("org.springframework.beans.factory.annotation.Autowired");

	private static final ArchRule ONLY_JACKSON_3 = noClasses().should()
		.dependOnClassesThat()
		.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..");

	@Test
	void everyPackageIsOnTheList() {
		assertThat(CLASSES.stream()
			.map((each) -> rootPackage(each.getPackageName()))
			.filter((name) -> !name.isEmpty())
			.distinct()).containsExactlyInAnyOrderElementsOf(USES.keySet());
	}

	@Test
	void aPackageUsesWhatItsEntryAllows() {
		USES.forEach((name, uses) -> rule(name, uses).check(CLASSES));
	}

	@Test
	void anotherPackageIsUsedThroughItsRootOnly() {
		USES.keySet().forEach((name) -> rootOnly(name).check(CLASSES));
	}

	@Test
	void packagesDoNotUseEachOtherInCircles() {
		slices().matching(SERVER + ".(*)..").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void theServerSpeaksToSimulatorsOnlyInItsDemo() {
		ONLY_THE_DEMO_KNOWS_SIMULATORS.check(CLASSES);
	}

	@Test
	void constructorsGetWhatTheyNeedAndJsonIsJackson3() {
		NO_FIELD_INJECTION.check(CLASSES);
		ONLY_JACKSON_3.check(CLASSES);
	}

	@Test
	void theRulesBite() {
		assertThat(
				List.of(ONLY_THE_DEMO_KNOWS_SIMULATORS, NO_FIELD_INJECTION, ONLY_JACKSON_3, rule("planted", Set.of())))
			.allSatisfy((rule) -> assertThat(rule.evaluate(PLANTED).hasViolation()).as(rule.getDescription()).isTrue());
	}

	private static ArchRule rule(String name, Set<String> uses) {
		List<String> allowed = new ArrayList<>(uses.stream().map((use) -> SERVER + "." + use + "..").toList());
		allowed.add(SERVER + "." + name + "..");
		return classes().that()
			.resideInAPackage(SERVER + "." + name + "..")
			.should()
			.onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))
				.or(JavaClass.Predicates.resideOutsideOfPackage(SERVER + "..")))
			.as(name + " uses only " + uses);
	}

	private static ArchRule rootOnly(String name) {
		DescribedPredicate<JavaClass> inside = DescribedPredicate.describe("inside " + name,
				(each) -> each.getPackageName().startsWith(SERVER + "." + name + "."));
		return noClasses().that()
			.resideOutsideOfPackage(SERVER + "." + name + "..")
			.should()
			.dependOnClassesThat(inside)
			.as("nobody reaches into " + name);
	}

	private static String rootPackage(String name) {
		if (name.equals(SERVER)) {
			return "";
		}
		String rest = name.substring(SERVER.length() + 1);
		int dot = rest.indexOf('.');
		return (dot < 0) ? rest : rest.substring(0, dot);
	}

}
