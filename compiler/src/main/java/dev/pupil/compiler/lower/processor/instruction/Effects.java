package dev.pupil.compiler.lower.processor.instruction;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Order;
import java.util.List;
import java.util.Map;

/**
 * What instructions have to do with fields, wherever they are in the image.
 *
 * @param reads names of fields on whose values it depends what is done
 * @param writes names of fields that may change
 */
public record Effects(ImmutableSet<String> reads, ImmutableSet<String> writes) {
    private static final Effects NONE = new Effects(ImmutableSet.of(), ImmutableSet.of());
    private static final Effects ACCUMULATING =
            NONE.reading(SequenceNames.ACCUMULATOR).writing(SequenceNames.ACCUMULATOR);

    /** The effects of all of some nodes. */
    public static Effects of(List<Node> nodes) {
        return nodes.stream().map(Effects::of).reduce(NONE, Effects::and);
    }

    public static Effects of(Node node) {
        return switch (node) {
            case Node.Single single -> of(single.instruction());
            case Node.Loop loop -> of(loop.test()).and(of(loop.body())).and(ACCUMULATING);
        };
    }

    public static Effects of(Instruction instruction) {
        return switch (instruction) {
            case Instruction.Compute compute -> assigning(compute.updates());
            case Instruction.Scan scan -> of(scan.body());
            case Instruction.Arithmetic arithmetic -> of(arithmetic);
            case Instruction.Test test ->
                NONE.reading(SequenceNames.ACCUMULATOR).writing(test.register());
            case Instruction.MarkColumn mark -> ACCUMULATING.writing(mark.marker());
            case Instruction.MarkRow mark -> ACCUMULATING.writing(mark.marker());
            case Instruction.Settle settle -> ACCUMULATING.writing(settle.marker());
            case Instruction.Advance advance ->
                NONE.reading(advance.when()).reading(advance.marker()).writing(advance.marker());
            case Instruction.AddElement add -> ACCUMULATING.reading(add.place()).reading(add.vector());
            case Instruction.PutElement put ->
                NONE.reading(SequenceNames.ACCUMULATOR)
                        .reading(put.place())
                        .reading(put.when())
                        .writing(put.vector());
            case Instruction.LoadRow load ->
                NONE.reading(load.marker())
                        .reading(load.buffer().matrix().field())
                        .writing(load.buffer().field());
            case Instruction.SaveRow save ->
                NONE.reading(save.marker())
                        .reading(save.buffer().field())
                        .writing(save.buffer().matrix().field());
            case Instruction.Wave wave -> of(wave);
            case Instruction.Measure measure -> NONE.reading(SequenceNames.ACCUMULATOR);
            case Instruction.CountExamples count -> ACCUMULATING;
            case Instruction.NextExample next -> throw new IllegalStateException("control calls examples by itself");
            case Instruction.Answer answer -> NONE.reading(answer.value());
        };
    }

    private static Effects of(ScanBody body) {
        Effects effects = assigning(body.registers()).and(assigning(body.cells()));
        return body.sum().map(sum -> effects.and(ACCUMULATING).reading(sum)).orElse(effects);
    }

    private static Effects of(Instruction.Wave wave) {
        Effects effects = assigning(wave.body().cells())
                .and(assigning(wave.body().lanes()))
                .reading(wave.when());
        for (Map.Entry<String, Term> given : wave.given().entrySet()) {
            effects = effects.reading(given.getValue()).writing(given.getKey());
        }
        for (String vector : wave.vectors()) {
            effects = effects.reading(vector);
        }
        return effects;
    }

    private static Effects of(Instruction.Arithmetic arithmetic) {
        Effects effects = ACCUMULATING.reading(arithmetic.small()).reading(arithmetic.when());
        Effects all = arithmetic.addend().map(effects::reading).orElse(effects);
        return switch (arithmetic.order()) {
            case Order.None none -> all;
            case Order.Clear clear -> all;
            case Order.Complement complement -> all;
            case Order.Deepen deepen -> all;
            case Order.Put put -> all.writing(put.number());
            case Order.Unmark unmark -> all.writing(unmark.marker());
        };
    }

    private static Effects assigning(Map<String, Term> values) {
        Effects effects = NONE;
        for (Map.Entry<String, Term> value : values.entrySet()) {
            effects = effects.reading(value.getValue()).writing(value.getKey());
        }
        return effects;
    }

    private Effects reading(Term term) {
        Effects effects = this;
        for (Term.Read read : Terms.reads(term)) {
            effects = effects.reading(read.name());
        }
        return effects;
    }

    private Effects reading(String field) {
        return and(new Effects(ImmutableSet.of(field), ImmutableSet.of()));
    }

    private Effects writing(String field) {
        return and(new Effects(ImmutableSet.of(), ImmutableSet.of(field)));
    }

    /** The effects of both. */
    Effects and(Effects other) {
        return new Effects(
                Sets.union(reads, other.reads).immutableCopy(),
                Sets.union(writes, other.writes).immutableCopy());
    }

    /** Whether it does not matter which comes first. */
    public boolean commuteWith(Effects other) {
        return Sets.intersection(writes, other.reads).isEmpty()
                && Sets.intersection(writes, other.writes).isEmpty()
                && Sets.intersection(reads, other.writes).isEmpty();
    }
}
