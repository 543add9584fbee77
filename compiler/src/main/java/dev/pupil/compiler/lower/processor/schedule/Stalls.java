package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that each instruction finds what it needs: a step is waited where registers have just changed that decide
 * what control sends, where an addend is not in the accumulator yet, where a row of a matrix has just been sent, and where a
 * wave would be too early.
 */
final class Stalls {
    private static final Instruction IDLE = new Instruction.Compute(ImmutableMap.of());

    private final List<Node> paced = new ArrayList<>();
    private boolean registersAreNew = true;
    private boolean isAdding;
    private boolean hasJustScanned;

    /** Whether whatever row 0 holds is there in all columns. */
    private boolean isRowThere;

    private Stalls() {}

    /** The same with steps in which nothing is done. */
    static ImmutableList<Node> pace(List<Node> nodes) {
        Stalls pacing = new Stalls();
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> pacing.add(single.instruction());
                case Node.Loop loop -> pacing.add(loop);
            }
        }
        pacing.settle();
        return ImmutableList.copyOf(pacing.paced);
    }

    private void add(Node.Loop loop) {
        settle();
        paced.add(loop.with(pace(loop.test()), pace(loop.body())));
        registersAreNew = true;
        hasJustScanned = false;
        isRowThere = false;
    }

    private void add(Instruction instruction) {
        if (instruction instanceof Instruction.Wave wave) {
            prepare(wave);
        }
        if (isTooEarly(instruction)) {
            append(IDLE);
        }
        append(instruction);
        if (instruction instanceof Instruction.SaveRow) {
            append(IDLE);
        }
    }

    private boolean isTooEarly(Instruction instruction) {
        boolean sendsRegisters = instruction.sent().stream()
                .anyMatch(value -> !Terms.reads(value).isEmpty());
        boolean needsSum = instruction.order().needsSum() && !(instruction instanceof Instruction.Mark);
        return (isAdding && needsSum) || (registersAreNew && sendsRegisters);
    }

    /** A wave takes elements of row 0 a step before it is there, which must be behind what has changed them. */
    private void prepare(Instruction.Wave wave) {
        if (wave.isTurning() && !isRowThere) {
            append(Instruction.Scan.of(ImmutableMap.of(), ImmutableMap.of()));
        }
        if (hasJustScanned) {
            append(IDLE);
        }
    }

    /** Waits until the addends are in the accumulator. */
    private void settle() {
        if (isAdding) {
            append(IDLE);
        }
    }

    private void append(Instruction instruction) {
        paced.add(new Node.Single(instruction));
        registersAreNew = !instruction.effects().sets().isEmpty();
        isAdding = instruction.leavesAddend();
        hasJustScanned = instruction instanceof Instruction.Scan;
        if (instruction instanceof Instruction.Scan scan) {
            isRowThere = scan.isAwaited();
        }
    }
}
