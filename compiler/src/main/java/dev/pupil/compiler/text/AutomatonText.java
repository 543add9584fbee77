package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.automaton.Automaton;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.compiler.text.antlr.StagesParser.AutomatonContext;
import dev.pupil.compiler.text.antlr.StagesParser.FieldContext;
import dev.pupil.compiler.text.antlr.StagesParser.HeadFieldsContext;

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
        output.line(0).add(Images.text(automaton.geometry()));
        output.line(0).add(text(automaton.head()));
        for (Field field : automaton.fields()) {
            output.line(0).line(0).add(text(field));
            output.line(INDENT).add("next = ");
            terms.print(field.next(), Precedence.CHOICE, 2 * INDENT);
        }
        Invariants.print(automaton.invariants(), output);
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
                        Origins.text(field.origin()));
    }

    /**
     * The automaton that was printed.
     *
     * @throws StageTextException if the text is no automaton's
     */
    public static Automaton parse(String text) throws StageTextException {
        return StageParsing.parse(text, StagesParser::automaton, AutomatonText::read);
    }

    private static Automaton read(AutomatonContext automaton) {
        Fault.checkUnique(Lists.transform(automaton.field(), FieldContext::name), "fields");
        return new Automaton(
                Quoting.read(automaton.name()),
                automaton.field().stream().map(AutomatonText::read).collect(ImmutableList.toImmutableList()),
                Invariants.read(automaton.invariant()),
                read(automaton.headFields()),
                Images.read(automaton.image()));
    }

    private static Automaton.Head read(HeadFieldsContext head) {
        return new Automaton.Head(Quoting.read(head.select), Quoting.read(head.answered), Quoting.read(head.answer));
    }

    private static Field read(FieldContext field) {
        return Fault.check(
                field,
                () -> new Field(
                        Quoting.read(field.name()),
                        Quoting.read(field.STRING().getSymbol()),
                        Numbers.read(field.range().low),
                        Numbers.read(field.range().high),
                        Numbers.read(field.rest),
                        TermReader.read(field.term()),
                        Origins.read(field.origin())));
    }
}
