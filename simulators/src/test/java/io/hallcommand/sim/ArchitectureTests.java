package io.hallcommand.sim;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.hallcommand.sim.engine.planted.EngineThatKnowsCore;
import io.hallcommand.sim.planted.LoadThatKnowsTheCommandLine;
import io.hallcommand.sim.planted.SimulatorThatKnowsTheServer;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may know whom, each rule proven by a violation planted in the tests.
 */
class ArchitectureTests {

	private static final JavaClasses MODULE = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.hallcommand.sim");

	private static final ArchRule ENGINE_KNOWS_ONLY_THE_JDK = classes().that()
		.resideInAPackage("io.hallcommand.sim.engine..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.hallcommand.sim.engine..", "java..", "org.jspecify.annotations..");

	private static final ArchRule ONLY_WIRE_AND_CORE = classes().that()
		.resideInAPackage("io.hallcommand.sim..")
		.should()
		.onlyDependOnClassesThat()
		.resideInAnyPackage("io.hallcommand.sim..", "io.hallcommand.wire..", "io.hallcommand.core..", "java..",
				"org.jspecify.annotations..", "tools.jackson..", "de.siegmar.fastcsv..", "picocli..", "io.netty..",
				"io.rsocket..", "reactor..", "org.reactivestreams..", "org.HdrHistogram..");

	private static final ArchRule LAYERS = layeredArchitecture().consideringOnlyDependenciesInLayers()
		.withOptionalLayers(true)
		.layer("cli")
		.definedBy("io.hallcommand.sim.cli..")
		.layer("load")
		.definedBy("io.hallcommand.sim.load..", "io.hallcommand.sim.planted..")
		.layer("crowd")
		.definedBy("io.hallcommand.sim.crowd..")
		.layer("replay")
		.definedBy("io.hallcommand.sim.replay..")
		.whereLayer("cli")
		.mayNotBeAccessedByAnyLayer()
		.whereLayer("load")
		.mayOnlyBeAccessedByLayers("cli")
		.whereLayer("crowd")
		.mayOnlyBeAccessedByLayers("cli")
		.whereLayer("replay")
		.mayOnlyBeAccessedByLayers("cli", "load");

	@Test
	void theEngineKnowsOnlyTheJdk() {
		ENGINE_KNOWS_ONLY_THE_JDK.check(MODULE);
		assertViolated(ENGINE_KNOWS_ONLY_THE_JDK, EngineThatKnowsCore.class);
	}

	@Test
	void simulatorsKnowWireAndCoreAndNeverTheServer() {
		ONLY_WIRE_AND_CORE.check(MODULE);
		assertViolated(ONLY_WIRE_AND_CORE, SimulatorThatKnowsTheServer.class);
	}

	@Test
	void simulatorsDoNotKnowEachOther() {
		LAYERS.check(MODULE);
		JavaClasses planted = new ClassFileImporter().importPackages("io.hallcommand.sim.planted",
				"io.hallcommand.sim.cli");
		assertThat(LAYERS.evaluate(planted).getFailureReport().getDetails())
			.anyMatch((line) -> line.contains(LoadThatKnowsTheCommandLine.class.getSimpleName()));
	}

	private static void assertViolated(ArchRule rule, Class<?> planted) {
		assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation()).isTrue();
	}

}
