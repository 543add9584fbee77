package dev.pupil.explain;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import dev.pupil.explain.Explanation.ChannelNote;
import dev.pupil.explain.Explanation.HeadNote;
import dev.pupil.explain.Explanation.Memory;
import dev.pupil.explain.Explanation.RoleNote;
import dev.pupil.explain.Explanation.Size;
import dev.pupil.explain.Explanation.SourceLines;
import dev.pupil.explain.Explanation.Summand;
import dev.pupil.explain.Explanation.UnitNote;
import dev.pupil.grammar.source.Excerpt;
import java.util.Optional;

/** Explanations for people: plain text, the same for the same file. */
public final class ExplanationText {
    private static final ImmutableList<String> HOW_TO_READ = ImmutableList.of(
            "Conditions are about the pixel before the step, unless another one's place is named. They leave out what the"
                    + " invariants exclude; for exact conditions ask for a --unit.",
            "Outside the image, and before the first step, everything but the lane is 0: then the image seems to end"
                    + " next to each pixel.",
            "\"Something\" = 1 says where a bit is 1 after the step; the time before it is the time after the step, too.");

    private ExplanationText() {}

    /** All of an explanation. */
    public static String of(Explanation explanation) {
        Page page = new Page();
        summary(explanation, page);
        page.gap().add(0, "WHAT A PIXEL HOLDS");
        explanation.channels().forEach(channel -> holdings(channel, page));
        page.gap().add(0, "HOW EACH CHANNEL COMES ABOUT");
        HOW_TO_READ.forEach(sentence -> page.add(1, sentence));
        explanation.channels().forEach(channel -> {
            page.gap();
            next(channel, page);
        });
        page.gap().add(0, "HIDDEN UNITS");
        explanation.units().forEach(unit -> formula(unit, page));
        page.gap().add(0, "THE OUTPUT is the sum over all pixels of");
        explanation.head().forEach(part -> head(part, page));
        invariants(explanation, page);
        page.gap().add(0, "WHAT THE FILE DOES NOT TELL");
        explanation.unknown().forEach(sentence -> page.add(1, sentence));
        return page.text();
    }

    /** One channel. */
    public static String of(ChannelNote channel) {
        Page page = new Page();
        holdings(channel, page);
        next(channel, page);
        // There is no heading above it.
        return page.text().stripTrailing().stripIndent() + "\n";
    }

    /** One hidden unit. */
    public static String of(UnitNote unit) {
        Page page = new Page();
        page.add(0, "hidden unit %s: %s".formatted(Formula.name(unit.name()), origin(unit.part(), unit.source())));
        page.add(1, unit.formula());
        page.addLines(1, unit.cases());
        unit.positive().ifPresent(term -> page.add(1, "exactly: it is more than 0 where " + term));
        if (!unit.positive().equals(unit.positiveWithInvariants())) {
            unit.positiveWithInvariants().ifPresent(term -> page.add(1, "if the invariants hold: where " + term));
        }
        page.add(1, "read by: " + (unit.readers().isEmpty() ? "none" : names(unit.readers())));
        unit.remarks().forEach(remark -> page.add(1, remark));
        return page.text();
    }

    private static String names(ImmutableList<String> names) {
        return String.join(", ", names.stream().map(Formula::name).toList());
    }

    private static void summary(Explanation explanation, Page page) {
        Size size = explanation.size();
        page.add(0, "learner %s, compiled from %s".formatted(explanation.learner(), explanation.program()));
        page.add(
                0,
                "%s channels, %s hidden units, %s non-zero weights in the step; %s hidden units in the head"
                        .formatted(size.channels(), size.hiddenUnits(), size.nonzeroWeights(), size.headUnits()));
        page.add(
                0,
                "m examples of d features: images of %s rows and %s columns, %s steps"
                        .formatted(size.imageRows(), size.imageColumns(), size.steps()));
        page.add(0, explanation.memory().map(ExplanationText::memory).orElse("not trained: the file has no memory"));
    }

    private static String memory(Memory memory) {
        String content = memory.isAsTrained()
                ? "row i of the memory is example i, its label times (features, 1), all -1 or +1, and the last row is the"
                        + " dummy example's; %s labels are +1".formatted(memory.positiveLabels())
                : "the memory is not what training leads to: that is -1 and +1 alone, and +1 alone in the last row";
        return "trained: m = %s, d = %s, images of %s × %s pixels, %s steps; %s"
                .formatted(
                        memory.examples(),
                        memory.features(),
                        memory.imageRows(),
                        memory.imageColumns(),
                        memory.steps(),
                        content);
    }

    private static void holdings(ChannelNote channel, Page page) {
        page.add(1, Formula.name(channel.name()));
        for (RoleNote role : channel.roles()) {
            String when = role.when().isEmpty() ? "" : role.when() + ": ";
            page.add(2, "%s%s (%s)".formatted(when, role.meaning(), origin(role.part(), role.source())));
        }
        channel.remarks().forEach(remark -> page.add(2, remark));
    }

    private static String origin(String part, Optional<SourceLines> source) {
        return source.map(lines -> lines.text().isEmpty()
                        ? "%s, line %s, which the program does not have"
                                .formatted(Excerpt.printable(part), lines.line())
                        : "%s, %s: %s"
                                .formatted(
                                        Excerpt.printable(part),
                                        lines.line() == lines.endLine()
                                                ? "line " + lines.line()
                                                : "lines %s to %s".formatted(lines.line(), lines.endLine()),
                                        lines.text()))
                .orElse(Excerpt.printable(part));
    }

    private static void next(ChannelNote channel, Page page) {
        page.add(1, "next %s = %s".formatted(Formula.name(channel.name()), channel.formula()));
        for (RoleNote role : channel.roles()) {
            String when = role.when().isEmpty() ? "" : role.when() + ", ";
            role.next().ifPresent(next -> page.add(2, "%s\"%s\" = %s".formatted(when, role.meaning(), next)));
        }
        ImmutableListMultimap<String, Summand> byOrigin =
                Multimaps.index(channel.summands(), summand -> origin(summand.part(), summand.source()));
        byOrigin.asMap().forEach((origin, summands) -> {
            page.add(2, "from " + origin);
            summands.forEach(summand -> summand(summand, page));
        });
        if (!channel.bias().equals("0")) {
            page.add(2, "constant " + channel.bias());
        }
    }

    private static void summand(Summand summand, Page page) {
        String sign = summand.coefficient().startsWith("-") ? "" : "+";
        String units = String.join(
                " less ", summand.units().stream().map(Formula::name).toList());
        page.add(3, "%s%s times %s".formatted(sign, summand.coefficient(), units));
        page.addLines(4, summand.cases());
    }

    private static void formula(UnitNote unit, Page page) {
        page.add(1, "%s = %s".formatted(Formula.name(unit.name()), unit.formula()));
        unit.remarks().forEach(remark -> page.add(2, remark));
    }

    private static void head(HeadNote part, Page page) {
        page.add(1, part.formula());
        page.addLines(2, part.meaning());
    }

    private static void invariants(Explanation explanation, Page page) {
        page.gap().add(0, "INVARIANTS, which hold at every pixel after every step, says the file");
        if (explanation.invariants().isEmpty()) {
            page.add(1, "none");
        }
        explanation.invariants().forEach(invariant -> page.add(1, invariant));
    }
}
