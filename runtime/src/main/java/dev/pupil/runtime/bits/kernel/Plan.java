package dev.pupil.runtime.bits.kernel;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.bits.gate.LookupCircuit;
import dev.pupil.runtime.bits.gate.LookupCircuit.Node;
import dev.pupil.runtime.bits.gate.LookupCircuit.Output;
import dev.pupil.runtime.bits.rule.Planes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order a circuit's nodes are computed, and in how many methods: a method that is too long is never compiled to
 * machine code. What one method computes and a later one needs is kept in scratch memory.
 *
 * @param parts the methods
 * @param saved how many values are kept in scratch memory
 */
record Plan(ImmutableList<ImmutableList<Step>> parts, int saved) {

    /** One thing to do at a word. Values are called by their node's number. */
    sealed interface Step {
        /** Makes a node's value of what it reads. */
        record Read(int node, Node.Read read) implements Step {}

        /** Makes a node's value of its inputs'. */
        record Compute(int node, Node.Lookup lookup) implements Step {}

        /** Gets a node's value that an earlier part has saved. */
        record Restore(int node, int place) implements Step {}

        /** Saves a node's value for later parts. */
        record Save(int node, int place) implements Step {}

        /** Writes a plane's next bits. */
        record Write(int plane, Output output) implements Step {}

        /** Notes where an output is 1. */
        record Note(Output escape) implements Step {}
    }

    /**
     * Plans a circuit.
     *
     * @param mostOperations how many operations a part may have, roughly
     */
    static Plan of(LookupCircuit circuit, int mostOperations) {
        return new Planner(circuit, mostOperations).plan();
    }

    /** Something that comes out of the circuit: a plane's next bits, or an escape. */
    private record Goal(Output output, Step step) {}

    private static final class Planner {
        /** A read takes up to two loads, two shifts and one operation, mostly less. */
        private static final int LENGTH_OF_READ = 2;

        /** A value is written and compared with the one before. */
        private static final int LENGTH_OF_GOAL = 3;

        private final LookupCircuit circuit;
        private final int mostOperations;
        private final List<List<Step>> parts = new ArrayList<>();
        /** In which part a node is computed; −1 if not yet. */
        private final int[] partOf;
        /** Whether a node's value is at hand in the part that is being made. */
        private final boolean[] atHand;
        /** Where a node's value is saved; −1 if it is not. */
        private final int[] place;

        /** The length of the part that is being made, in operations. */
        private int length;

        private int saved;

        Planner(LookupCircuit circuit, int mostOperations) {
            this.circuit = circuit;
            this.mostOperations = mostOperations;
            int size = circuit.nodes().size();
            this.partOf = new int[size];
            this.atHand = new boolean[size];
            this.place = new int[size];
            Arrays.fill(partOf, -1);
            Arrays.fill(place, -1);
            parts.add(new ArrayList<>());
        }

        Plan plan() {
            for (Goal goal : goals()) {
                make(goal.output);
                if (length + LENGTH_OF_GOAL > mostOperations && length > 0) {
                    beginPart();
                    make(goal.output);
                }
                length += LENGTH_OF_GOAL;
                parts.getLast().add(goal.step);
            }
            return new Plan(parts.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList()), saved);
        }

        /** What is made of the same nodes comes together, so that few values are alive at once. */
        private List<Goal> goals() {
            List<Goal> goals = new ArrayList<>();
            IntStream.range(0, circuit.next().size())
                    .mapToObj(i -> new Goal(
                            circuit.next().get(i),
                            new Step.Write(Planes.of(i + 1), circuit.next().get(i))))
                    .forEach(goals::add);
            circuit.escapes().forEach(escape -> goals.add(new Goal(escape, new Step.Note(escape))));
            goals.sort(Comparator.comparingInt(goal -> goal.output.node()));
            return goals;
        }

        private void make(Output output) {
            if (!output.isConstant()) {
                make(output.node());
            }
        }

        /** Makes a node's value be at hand. */
        private void make(int node) {
            if (atHand[node]) {
                return;
            }
            switch (circuit.nodes().get(node)) {
                case Node.Read read -> {
                    length += LENGTH_OF_READ;
                    parts.getLast().add(new Step.Read(node, read));
                }
                case Node.Lookup lookup -> {
                    if (partOf[node] >= 0) {
                        restore(node);
                    } else {
                        compute(node, lookup);
                    }
                }
            }
            atHand[node] = true;
        }

        private void compute(int node, Node.Lookup lookup) {
            lookup.inputs().forEach(this::make);
            // A part may have begun between two inputs: those before it have to be fetched into this one.
            lookup.inputs().forEach(this::make);
            if (length + lookup.formula().operations() > mostOperations && length > 0) {
                beginPart();
                lookup.inputs().forEach(this::make);
            }
            length += lookup.formula().operations();
            parts.getLast().add(new Step.Compute(node, lookup));
            partOf[node] = parts.size() - 1;
        }

        private void beginPart() {
            parts.add(new ArrayList<>());
            Arrays.fill(atHand, false);
            length = 0;
        }

        private void restore(int node) {
            if (place[node] < 0) {
                place[node] = saved++;
                parts.get(partOf[node]).add(new Step.Save(node, place[node]));
            }
            length++;
            parts.getLast().add(new Step.Restore(node, place[node]));
        }
    }
}
