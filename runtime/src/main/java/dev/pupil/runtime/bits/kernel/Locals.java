package dev.pupil.runtime.bits.kernel;

import dev.pupil.runtime.bits.gate.LookupCircuit.Output;
import dev.pupil.runtime.bits.kernel.Plan.Step;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which local variable holds which node's value; one is used again as soon as its value is needed no more. */
final class Locals {
    private final Map<Integer, Integer> lastUse = new HashMap<>();
    private final Map<Integer, Integer> variables = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final TypeKind kind;
    private int next;

    /**
     * Variables for one part of a plan.
     *
     * @param first the first variable that may be used
     */
    Locals(List<Step> part, TypeKind kind, int first) {
        this.kind = kind;
        this.next = first;
        for (int time = 0; time < part.size(); time++) {
            for (int node : uses(part.get(time))) {
                lastUse.put(node, time);
            }
        }
    }

    private static int[] uses(Step step) {
        return switch (step) {
            case Step.Read read -> new int[] {read.node()};
            case Step.Compute compute -> compute.lookup().inputs().toArray();
            case Step.Restore restore -> new int[] {restore.node()};
            case Step.Save save -> new int[] {save.node()};
            case Step.Write write -> used(write.output());
            case Step.Note note -> used(note.escape());
        };
    }

    private static int[] used(Output output) {
        return output.isConstant() ? new int[0] : new int[] {output.node()};
    }

    /** The variable of a value that has been defined. */
    int of(int node) {
        Integer variable = variables.get(node);
        if (variable == null) {
            throw new IllegalStateException("node %s has no value yet".formatted(node));
        }
        return variable;
    }

    /** A variable for a new value. */
    int define(int node) {
        int variable = free.isEmpty() ? fresh() : free.pop();
        variables.put(node, variable);
        return variable;
    }

    private int fresh() {
        int variable = next;
        next += kind.slotSize();
        return variable;
    }

    /** Gives back the variables of values that are used at {@code time} for the last time. */
    void release(Step step, int time) {
        for (int node : uses(step)) {
            if (lastUse.getOrDefault(node, time) == time) {
                Integer variable = variables.remove(node);
                if (variable != null) {
                    free.push(variable);
                }
            }
        }
    }
}
