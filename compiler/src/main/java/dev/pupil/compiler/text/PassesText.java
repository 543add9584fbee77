package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Step;
import dev.pupil.compiler.text.antlr.StagesParser;
import dev.pupil.compiler.text.antlr.StagesParser.PassContext;
import dev.pupil.compiler.text.antlr.StagesParser.PassesContext;
import dev.pupil.compiler.text.antlr.StagesParser.SlotContext;
import dev.pupil.compiler.text.antlr.StagesParser.StepContext;
import dev.pupil.grammar.source.Excerpt;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                        Origins.text(slot.origin()));
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
        output.wrap(Origins.text(step.origin()), 3 * INDENT);
    }

    /**
     * The passes that were printed.
     *
     * @throws StageTextException if the text is none of passes
     */
    public static Passes parse(String text) throws StageTextException {
        return StageParsing.parse(text, StagesParser::passes, PassesText::read);
    }

    private static Passes read(PassesContext passes) {
        Passes.Direction direction = Words.read(passes.direction, Passes.Direction.values(), Passes.Direction::keyword);
        Fault.checkUnique(Lists.transform(passes.slot(), SlotContext::name), "slots");
        ImmutableList<Slot> slots =
                passes.slot().stream().map(PassesText::read).collect(ImmutableList.toImmutableList());
        ImmutableList<Pass> all = passes.pass().stream().map(PassesText::read).collect(ImmutableList.toImmutableList());
        Set<String> names = slots.stream().map(Slot::name).collect(Collectors.toSet());
        passes.pass().forEach(pass -> pass.step().forEach(step -> checkNames(step, names)));
        return Fault.check(passes, () -> new Passes(Quoting.read(passes.name()), direction, slots, all));
    }

    private static void checkNames(StepContext step, Set<String> slots) {
        Stream.of(Optional.ofNullable(step.condition), Optional.of(step.target))
                .flatMap(Optional::stream)
                .filter(name -> !slots.contains(Quoting.read(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw Fault.at(name, "there is no slot called " + Excerpt.quote(name.getText()));
                });
    }

    private static Slot read(SlotContext slot) {
        Slot.Kind kind = Words.read(slot.kind, Slot.Kind.values(), Slot.Kind::keyword);
        return Fault.check(
                slot,
                () -> new Slot(
                        Quoting.read(slot.name()),
                        kind,
                        Numbers.read(slot.range().low),
                        Numbers.read(slot.range().high),
                        Numbers.read(slot.initial),
                        Origins.read(slot.origin())));
    }

    private static Pass read(PassContext pass) {
        return new Pass(
                Words.read(pass.trigger, Pass.Trigger.values(), Pass.Trigger::keyword),
                Words.read(pass.rows, Pass.Rows.values(), Pass.Rows::keyword),
                pass.step().stream().map(PassesText::read).collect(ImmutableList.toImmutableList()));
    }

    private static Step read(StepContext step) {
        Term place = step.EVERYWHERE() == null ? TermReader.read(step.place) : Terms.TRUE;
        return new Step(
                place,
                Optional.ofNullable(step.condition).map(Quoting::read),
                Quoting.read(step.target),
                TermReader.read(step.value),
                Origins.read(step.origin()));
    }
}
