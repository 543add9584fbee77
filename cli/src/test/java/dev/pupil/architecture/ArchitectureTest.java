package dev.pupil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.pupil", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule DEPENDENCIES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("grammar")
            .definedBy("dev.pupil.grammar..")
            .layer("compiler")
            .definedBy("dev.pupil.compiler..")
            .layer("runtime")
            .definedBy("dev.pupil.runtime..")
            .layer("explain")
            .definedBy("dev.pupil.explain..")
            .optionalLayer("verify")
            .definedBy("dev.pupil.verify..")
            .optionalLayer("junit")
            .definedBy("dev.pupil.junit..")
            .layer("cli")
            .definedBy("dev.pupil.cli..")
            .whereLayer("grammar")
            .mayNotAccessAnyLayer()
            .whereLayer("compiler")
            .mayOnlyAccessLayers("grammar")
            .whereLayer("runtime")
            .mayOnlyAccessLayers("grammar", "compiler")
            .whereLayer("explain")
            .mayOnlyAccessLayers("grammar", "compiler")
            .whereLayer("verify")
            .mayOnlyAccessLayers("grammar", "compiler", "runtime")
            .whereLayer("junit")
            .mayOnlyAccessLayers("grammar", "verify")
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_THE_NETWORK_KNOWS_THE_TENSOR_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pupil.runtime.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule ONLY_THE_EXPORT_KNOWS_THE_MODEL_FORMAT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pupil.runtime.export..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx.proto..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule ONLY_ITS_ENGINE_KNOWS_ONNX_RUNTIME = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pupil.runtime.onnx..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_ITS_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pupil.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "me.tongfei..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_HAS_NO_HAND_IN_THE_WORK = noClasses()
            .that()
            .resideInAPackage("dev.pupil.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.pupil.compiler.check..",
                    "dev.pupil.compiler.lower.rewrite..",
                    "dev.pupil.compiler.lower.sweep..",
                    "dev.pupil.compiler.lower.prelude..",
                    "dev.pupil.compiler.lower.wave..",
                    "dev.pupil.compiler.lower.processor..",
                    "dev.pupil.compiler.circuit..",
                    "dev.pupil.runtime.reference..",
                    "dev.pupil.runtime.automaton..",
                    "dev.pupil.runtime.network..",
                    "dev.pupil.runtime.onnx..");

    @ArchTest
    static final ArchRule NOTHING_BUT_THE_COMMAND_LINE_PRINTS_OR_EXITS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pupil.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule LETTERS_AND_NUMBERS_ARE_THE_SAME_IN_EVERY_LOCALE = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.text");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_COMPILER_FORM_NO_CYCLES =
            slices().matching("dev.pupil.compiler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_LOWERING_FORM_NO_CYCLES =
            slices().matching("dev.pupil.compiler.lower.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_CHECKER_FORM_NO_CYCLES =
            slices().matching("dev.pupil.compiler.check.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ROOMS_OF_THE_CIRCUIT_FORM_NO_CYCLES =
            slices().matching("dev.pupil.compiler.circuit.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_THREE_WAYS_DO_NOT_KNOW_EACH_OTHER = slices().matching("dev.pupil.compiler.lower.(*)..")
            .namingSlices("$1")
            .that(DescribedPredicate.describe(
                    "carry a program out",
                    slice -> List.of("wave", "processor", "machine").contains(slice.getDescription())))
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule CELLS_AND_SCHEDULES_MEET_IN_INSTRUCTIONS_ONLY = noClasses()
            .that()
            .resideInAPackage("dev.pupil.compiler.lower.processor.cells..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pupil.compiler.lower.processor.schedule..");

    @ArchTest
    static final ArchRule THE_REPRESENTATIONS_KNOW_NO_LOWERING = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.pupil.compiler.program..",
                    "dev.pupil.compiler.automaton..",
                    "dev.pupil.compiler.circuit..",
                    "dev.pupil.compiler.filter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pupil.compiler.lower..");

    @ArchTest
    static final ArchRule PACKAGES_OF_THE_RUNTIME_FORM_NO_CYCLES =
            slices().matching("dev.pupil.runtime.(*)..").should().beFreeOfCycles();
}
