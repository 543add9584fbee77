package dev.pupil.compiler.sequence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.pass.Passes.Direction;
import dev.pupil.compiler.sequence.Instruction.Arithmetic;
import dev.pupil.compiler.sequence.Instruction.Order;
import dev.pupil.compiler.term.Term;
import dev.pupil.compiler.term.Terms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts instructions one after the other and sees to it that each finds what it needs: loads of elements are gathered
 * into one scan; a step is waited where registers have just changed that decide what control sends, and where an addend
 * is not in the accumulator yet.
 */
final class Emitter {
    private static final Instruction IDLE = new Instruction.Compute(ImmutableMap.of());

    private final Deque<List<Node>> open = new ArrayDeque<>();
    private final Map<String, Term> loads = new LinkedHashMap<>();
    private boolean registersAreNew = true;
    private boolean isAdding;
    private boolean hasJustScanned;
    private int depthScanned = Integer.MAX_VALUE;

    Emitter() {
        open.push(new ArrayList<>());
    }

    /** Starts a block within the block. */
    void begin() {
        flush();
        open.push(new ArrayList<>());
        registersAreNew = true;
    }

    /** Ends the block that was started last. */
    ImmutableList<Node> end() {
        flush();
        settle();
        registersAreNew = true;
        if (depthScanned >= open.size()) {
            // The block may be done no times.
            depthScanned = Integer.MAX_VALUE;
        }
        return ImmutableList.copyOf(open.pop());
    }

    void add(Node.Loop loop) {
        block().add(loop);
    }

    private List<Node> block() {
        return open.element();
    }

    /** Gives a register the value of a cell of the column where {@code place} is 1. */
    void load(String register, Term place, Term cell) {
        loads.put(register, Terms.choice(place, cell, Terms.read(register)));
    }

    private void flush() {
        if (!loads.isEmpty()) {
            ImmutableMap<String, Term> registers = ImmutableMap.copyOf(loads);
            loads.clear();
            append(new Instruction.Scan(new ScanBody(Direction.RIGHT, registers, ImmutableMap.of(), Optional.empty())));
        }
    }

    /** Waits until the addends are in the accumulator. */
    private void settle() {
        if (isAdding) {
            append(IDLE);
        }
    }

    void add(Instruction instruction) {
        flush();
        switch (instruction) {
            case Arithmetic arithmetic -> add(arithmetic);
            case Instruction.Test test -> {
                settle();
                append(test);
            }
            case Instruction.PutElement put -> {
                settle();
                append(put);
            }
            case Instruction.AddElement other -> append(other);
            case Instruction.SaveRow save -> {
                append(save);
                append(IDLE);
            }
            case Instruction.Wave wave -> {
                settle(wave);
                append(wave);
            }
            case Instruction.Answer answer -> {
                settleRegisters();
                append(answer);
            }
            case Instruction.Compute other -> append(other);
            case Instruction.Scan other -> append(other);
            case Instruction.MarkColumn other -> append(other);
            case Instruction.MarkRow other -> append(other);
            case Instruction.Settle other -> append(other);
            case Instruction.LoadRow other -> append(other);
            case Instruction.CountExamples other -> append(other);
            case Instruction.NextExample other -> append(other);
        }
    }

    private void add(Arithmetic arithmetic) {
        boolean readsRegisters = !Terms.reads(arithmetic.small()).isEmpty()
                || !Terms.reads(arithmetic.when()).isEmpty();
        if (readsRegisters) {
            settleRegisters();
        }
        if (!(arithmetic.order() instanceof Order.None || arithmetic.order() instanceof Order.Unmark)) {
            settle();
        }
        append(arithmetic);
    }

    /** A wave takes elements of row 0 a step before it is there, which must be behind what has changed them. */
    private void settle(Instruction.Wave wave) {
        boolean readsRegisters = !Terms.reads(wave.when()).isEmpty()
                || wave.given().values().stream()
                        .anyMatch(value -> !Terms.reads(value).isEmpty());
        if (hasJustScanned) {
            append(IDLE);
        } else if (readsRegisters) {
            settleRegisters();
        }
    }

    /** Waits until the example, and whatever else row 0 holds, is there in all columns. */
    void awaitColumns() {
        flush();
        if (depthScanned > open.size()) {
            append(new Instruction.Scan(
                    new ScanBody(Direction.RIGHT, ImmutableMap.of(), ImmutableMap.of(), Optional.empty())));
        }
    }

    private void settleRegisters() {
        if (registersAreNew) {
            append(IDLE);
        }
    }

    private void append(Instruction instruction) {
        block().add(new Node.Single(instruction));
        registersAreNew = instruction instanceof Instruction.Test
                || (instruction instanceof Instruction.Compute compute
                        && !compute.updates().isEmpty());
        hasJustScanned = instruction instanceof Instruction.Scan;
        if (hasJustScanned) {
            depthScanned = Math.min(depthScanned, open.size());
        }
        isAdding = instruction instanceof Instruction.AddElement
                || (instruction instanceof Arithmetic arithmetic
                        && (arithmetic.addend().isPresent()
                                || !arithmetic.small().equals(Terms.constant(0))));
    }
}
