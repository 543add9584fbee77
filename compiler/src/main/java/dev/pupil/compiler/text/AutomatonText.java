package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;

/**
 * Stage 3 as text: the fields that the head reads (select, answered, answer), then every field with its range, its
 * resting value, its meaning and its next value, then the invariants:
 *
 * <pre>
 * automaton parity
 * image: max(m + 1, d + 1) rows, d + 1 columns, 3*(m + d) + 6 steps
 * head: select, answered, answer
 *
 * field positive: 0..1 = 0 "the lane is +1" [prelude]
 *   next = !started &amp; lane == 1
 *
 * invariant !positive | filled
 * </pre>
 */
public final class AutomatonText {
    private static final int INDENT = 2;

    private AutomatonText() {}

    /** The text of an automaton. */
    public static String print(Automaton automaton) {
        Output output = new Output();
        TermPrinter terms = new TermPrinter(output);
        output.add("automaton ").add(Quoting.name(automaton.name()));
        output.line(0).add(StageParts.text(automaton.geometry()));
        output.line(0).add(text(automaton.head()));
        for (Field field : automaton.fields()) {
            output.line(0).line(0).add(text(field));
            output.line(INDENT).add("next = ");
            terms.print(field.next(), Precedence.CHOICE, 2 * INDENT);
        }
        StageParts.printInvariants(automaton.invariants(), output);
        return output.finish();
    }

    private static String text(Automaton.Head head) {
        return "head: %s, %s, %s"
                .formatted(Quoting.name(head.select()), Quoting.name(head.answered()), Quoting.name(head.answer()));
    }

    private static String text(Field field) {
        return "field %s: %s..%s = %s %s %s"
                .formatted(
                        Quoting.name(field.name()),
                        field.low(),
                        field.high(),
                        field.rest(),
                        Quoting.string(field.meaning()),
                        StageParts.text(field.origin()));
    }
}
