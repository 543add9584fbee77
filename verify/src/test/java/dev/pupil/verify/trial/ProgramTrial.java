package dev.pupil.verify.trial;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.Lowering;
import dev.pupil.grammar.PupilParser;
import dev.pupil.grammar.source.Diagnostic;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.trial.syntax.SyntaxPredictor;
import java.util.Optional;

/**
 * Tries programs: each must be refused with a reason, or its automaton must predict what the program means, which its
 * text says, too.
 *
 * @param trials the data
 */
record ProgramTrial(RandomTrials trials) {

    /** What came of a program. */
    sealed interface Verdict {
        /** Refused, with a code. */
        record Refused(String code) implements Verdict {}

        /** Lowered, and no difference was found. */
        record Agrees() implements Verdict {}

        /** Lowered, but a comparison found that it predicts something else. */
        record Differs(CrossCheck check, Disagreement disagreement) implements Verdict {}

        /** The compiler broke off. */
        record Breaks(String reason) implements Verdict {}
    }

    Verdict verdict(String text) {
        Source source = new Source("random.pupil", text);
        try {
            Lowering lowering = Compiler.lower(Compiler.check(source));
            Predictor meaning = new ReferencePredictor(lowering.program());
            ImmutableList<CrossCheck> checks = ImmutableList.of(
                    new CrossCheck(new SyntaxPredictor(PupilParser.parseLearner(source)), meaning),
                    new CrossCheck(meaning, new AutomatonPredictor(lowering.automaton())));
            for (CrossCheck check : checks) {
                Optional<Disagreement> disagreement =
                        check.run(trials.of(lowering.automaton().geometry())).disagreement();
                if (disagreement.isPresent()) {
                    return new Verdict.Differs(check, disagreement.get());
                }
            }
            return new Verdict.Agrees();
        } catch (DiagnosticException refused) {
            Diagnostic first = refused.diagnostics().getFirst();
            return new Verdict.Refused(first.code());
        } catch (RuntimeException | StackOverflowError broken) {
            return new Verdict.Breaks("the compiler breaks off: " + broken);
        }
    }

    /** What is wrong with a program, as small as that can be made, in a text that can be run; empty if nothing is. */
    Optional<String> fault(String text) {
        return switch (verdict(text)) {
            case Verdict.Refused refused -> Optional.empty();
            case Verdict.Agrees agrees -> Optional.empty();
            case Verdict.Differs differs -> {
                String small =
                        new ProgramShrinker(candidate -> verdict(candidate) instanceof Verdict.Differs).shrink(text);
                yield Optional.of(small + (verdict(small) instanceof Verdict.Differs smaller ? data(smaller) : ""));
            }
            case Verdict.Breaks breaks -> {
                String small =
                        new ProgramShrinker(candidate -> verdict(candidate).equals(breaks)).shrink(text);
                yield Optional.of(small + "// " + breaks.reason() + "\n");
            }
        };
    }

    /** The smallest data on which a program goes wrong, and what is predicted then. */
    private static String data(Verdict.Differs differs) {
        CrossCheck check = differs.check();
        Trial small =
                new DataShrinker(trial -> check.run(trial).disagreement().isPresent()).shrink(differs.disagreement());
        return "" + check.run(small).disagreement().orElse(differs.disagreement());
    }
}
