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

    private final List<Node> nodes = new ArrayList<>();
    private boolean registersAreNew = true;
    private boolean isAdding;
    private boolean hasJustScanned;

    /** Whether whatever row 0 holds is there in all columns. */
    private boolean isRowThere;

    private Stalls() {}

    /** The same with steps in which nothing is done. */
    static ImmutableList<Node> insert(List<Node> unstalled) {
        Stalls stalls = new Stalls();
        for (Node node : unstalled) {
            switch (node) {
                case Node.Single single -> stalls.add(single.instruction());
                case Node.Loop loop -> stalls.add(loop);
            }
        }
        stalls.settle();
        return ImmutableList.copyOf(stalls.nodes);
    }

    private void add(Node.Loop loop) {
        settle();
        nodes.add(loop.with(insert(loop.test()), insert(loop.body())));
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
            // Time table, SaveRow: the order for row 0 begins to run along it at t + 1, where another copy's would take
            // its
            // place; and a wave that were sent then would be in row r, column c at t + r + c + 1, when the row only
            // comes.
            append(IDLE);
        }
    }

    /**
     * Time table, first line: what is sent as an instruction is entered is decided in the last step of the one before, which
     * is when registers are only about to change. An addend: orders that need the sum are sent two steps after it; a marker's
     * first sign is that of the sum before its last addend, and {@link Places} sees to that.
     */
    private boolean isTooEarly(Instruction instruction) {
        boolean sendsRegisters = instruction.sent().stream()
                .anyMatch(value -> !Terms.reads(value).isEmpty());
        boolean needsSum = instruction.order().needsSum() && !(instruction instanceof Instruction.Mark);
        return (isAdding && needsSum) || (registersAreNew && sendsRegisters);
    }

    /**
     * Time table, Wave: what changes column c of row 0 must be there at t + c − 1, and a scan that begins at t − 1 changes
     * it by t + c only. Where elements run along rows, all columns must be there at t − 1, after a head that is waited for.
     */
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
        nodes.add(new Node.Single(instruction));
        registersAreNew = !instruction.effects().sets().isEmpty();
        isAdding = instruction.leavesAddend();
        hasJustScanned = instruction instanceof Instruction.Scan;
        if (instruction instanceof Instruction.Scan scan) {
            isRowThere = scan.isAwaited();
        }
    }
}
