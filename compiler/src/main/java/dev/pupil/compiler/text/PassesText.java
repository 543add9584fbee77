package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Step;

/**
 * Stage 2 as text: slots with range and initial value, then passes, a line a step:
 *
 * <pre>
 * passes parity scans right
 *
 * cell equation: 0..1 = 0 [memory 4:16-4:24]
 *
 * pass learn each {
 *   at.diagonal when if9: reduce = equation [learn 10:17-10:33]
 *   everywhere: v = reduce ? v ^ equation : v [learn 11:42-11:64]
 * }
 * </pre>
 */
public final class PassesText {
    private static final int INDENT = 2;

    private PassesText() {}

    /** The text of passes. */
    public static String print(Passes passes) {
        Output output = new Output();
        output.add("passes %s scans %s"
                .formatted(Quoting.name(passes.name()), passes.direction().keyword()));
        output.line(0);
        passes.slots().forEach(slot -> output.line(0).add(text(slot)));
        for (Pass pass : passes.passes()) {
            output.line(0)
                    .line(0)
                    .add("pass %s %s {"
                            .formatted(pass.trigger().keyword(), pass.rows().keyword()));
            pass.steps().forEach(step -> print(step, output.line(INDENT)));
            output.line(0).add("}");
        }
        return output.finish();
    }

    private static String text(Slot slot) {
        return "%s %s: %s..%s = %s %s"
                .formatted(
                        slot.kind().keyword(),
                        Quoting.name(slot.name()),
                        slot.low(),
                        slot.high(),
                        slot.initial(),
                        StageParts.text(slot.origin()));
    }

    private static void print(Step step, Output output) {
        TermPrinter terms = new TermPrinter(output);
        if (step.place().equals(Terms.TRUE)) {
            output.add("everywhere");
        } else {
            terms.print(step.place(), Precedence.OR, 2 * INDENT);
        }
        step.condition().ifPresent(condition -> output.add(" when ").add(Quoting.name(condition)));
        output.add(": ").add(Quoting.name(step.target())).add(" = ");
        terms.print(step.value(), Precedence.CHOICE, 3 * INDENT);
        output.wrap(StageParts.text(step.origin()), 3 * INDENT);
    }
}
