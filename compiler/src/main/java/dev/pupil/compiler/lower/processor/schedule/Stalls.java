package dev.pupil.compiler.lower.processor.schedule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Arithmetic;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.ScanBody;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        switch (instruction) {
            case Arithmetic arithmetic -> prepare(arithmetic);
            case Instruction.Test test -> settle();
            case Instruction.Measure measure -> settle();
            case Instruction.PutElement put -> settle();
            case Instruction.Answer answer -> settleRegisters(answer.value());
            case Instruction.AddElement other -> {}
            case Instruction.Advance advance -> settleRegisters(advance.when());
            case Instruction.SaveRow save -> {}
            case Instruction.Wave wave -> prepare(wave);
            case Instruction.Compute other -> {}
            case Instruction.Scan other -> {}
            case Instruction.MarkColumn other -> {}
            case Instruction.MarkRow other -> {}
            case Instruction.Settle other -> {}
            case Instruction.LoadRow other -> {}
            case Instruction.CountExamples other -> {}
            case Instruction.NextExample other -> {}
        }
        append(instruction);
        if (instruction instanceof Instruction.SaveRow) {
            append(IDLE);
        }
    }

    private void prepare(Arithmetic arithmetic) {
        settleRegisters(arithmetic.small());
        settleRegisters(arithmetic.when());
        if (!(arithmetic.order() instanceof Order.None || arithmetic.order() instanceof Order.Unmark)) {
            settle();
        }
    }

    /** A wave takes elements of row 0 a step before it is there, which must be behind what has changed them. */
    private void prepare(Instruction.Wave wave) {
        if (wave.isTurning() && !isRowThere) {
            append(Instruction.Scan.of(
                    new ScanBody(Direction.RIGHT, ImmutableMap.of(), ImmutableMap.of(), Optional.empty())));
        }
        if (hasJustScanned) {
            append(IDLE);
        }
        settleRegisters(wave.when());
        wave.given().values().forEach(this::settleRegisters);
    }

    /** Waits until the addends are in the accumulator. */
    private void settle() {
        if (isAdding) {
            append(IDLE);
        }
    }

    private void settleRegisters(Term value) {
        if (registersAreNew && !Terms.reads(value).isEmpty()) {
            append(IDLE);
        }
    }

    private void append(Instruction instruction) {
        paced.add(new Node.Single(instruction));
        registersAreNew = instruction instanceof Instruction.Test
                || (instruction instanceof Instruction.Compute compute
                        && !compute.updates().isEmpty());
        hasJustScanned = instruction instanceof Instruction.Scan;
        if (instruction instanceof Instruction.Scan scan) {
            isRowThere = scan.isAwaited();
        }
        isAdding = instruction instanceof Instruction.AddElement
                || (instruction instanceof Arithmetic arithmetic
                        && (arithmetic.addend().isPresent()
                                || !arithmetic.small().equals(Terms.constant(0))));
    }
}
