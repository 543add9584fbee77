package dev.pupil.runtime.bits.gate;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.bits.gate.Gates.Gate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Covers a circuit with as few functions of three inputs as it finds: processors compute each with one instruction.
 * Cuts are ranked by area flow, then improved by exact local area (Mishchenko, Chatterjee, Brayton, "Improvements to
 * Technology Mapping for LUT-Based FPGAs", 2007).
 */
final class LookupCover {
    private static final int CUTS_KEPT = 24;
    private static final int ROUNDS = 4;

    private final Gates gates;
    private final int[] roots;
    private final List<List<Cut>> cuts = new ArrayList<>();
    private final Cut[] best;
    /** How many chosen cuts and roots use a gate. */
    private final int[] uses;

    private final double[] flow;

    private LookupCover(Gates gates, int[] roots) {
        this.gates = gates;
        this.roots = roots;
        this.best = new Cut[gates.size()];
        this.uses = new int[gates.size()];
        this.flow = new double[gates.size()];
    }

    /**
     * Covers what the literals in {@code roots} need.
     *
     * @return the chosen cut of every needed gate that computes something, the gates ascending
     */
    static ImmutableList<Choice> of(Gates gates, List<Integer> roots) {
        int[] numbers = roots.stream().mapToInt(literal -> literal >> 1).toArray();
        return new LookupCover(gates, numbers).cover();
    }

    /** A gate and how it is computed. */
    record Choice(int gate, Cut cut) {}

    private ImmutableList<Choice> cover() {
        countReferences();
        for (int gate = 0; gate < gates.size(); gate++) {
            cuts.add(enumerate(gate));
        }
        chooseByFlow();
        recount();
        for (int round = 0; round < ROUNDS; round++) {
            improve();
        }
        ImmutableList.Builder<Choice> choices = ImmutableList.builder();
        for (int gate = 0; gate < gates.size(); gate++) {
            if (uses[gate] > 0 && computes(gate)) {
                choices.add(new Choice(gate, best[gate]));
            }
        }
        return choices.build();
    }

    private boolean computes(int gate) {
        return switch (gates.gate(gate)) {
            case Gate.Zero zero -> false;
            case Gate.Read read -> false;
            case Gate.And and -> true;
            case Gate.Xor xor -> true;
        };
    }

    /** As if every gate were computed: a first guess of how often each is used. */
    private void countReferences() {
        boolean[] needed = new boolean[gates.size()];
        for (int root : roots) {
            needed[root] = true;
            uses[root]++;
        }
        for (int gate = gates.size() - 1; gate >= 0; gate--) {
            if (needed[gate] && computes(gate)) {
                for (int input : inputs(gate)) {
                    needed[input >> 1] = true;
                    uses[input >> 1]++;
                }
            }
        }
    }

    private int[] inputs(int gate) {
        return switch (gates.gate(gate)) {
            case Gate.Zero zero -> new int[0];
            case Gate.Read read -> new int[0];
            case Gate.And and -> new int[] {and.left(), and.right()};
            case Gate.Xor xor -> new int[] {xor.left(), xor.right()};
        };
    }

    private List<Cut> enumerate(int gate) {
        if (!computes(gate)) {
            return List.of(Cut.trivial(gate));
        }
        int[] inputs = inputs(gate);
        boolean isAnd = gates.gate(gate) instanceof Gate.And;
        List<Cut> found = new ArrayList<>();
        for (Cut left : cuts.get(inputs[0] >> 1)) {
            for (Cut right : cuts.get(inputs[1] >> 1)) {
                int[] leaves = Cut.union(left, right);
                if (leaves.length <= Cut.WIDTH && found.stream().noneMatch(cut -> cut.hasLeaves(leaves))) {
                    int leftTable = (left.tableOver(leaves) ^ -(inputs[0] & 1)) & Cut.ALL;
                    int rightTable = (right.tableOver(leaves) ^ -(inputs[1] & 1)) & Cut.ALL;
                    found.add(new Cut(leaves, isAnd ? leftTable & rightTable : leftTable ^ rightTable));
                }
            }
        }
        found.sort(Comparator.comparingDouble(this::flow).thenComparingInt(cut -> cut.size()));
        best[gate] = found.getFirst();
        flow[gate] = flow(best[gate]);
        List<Cut> kept = new ArrayList<>(found.subList(0, Math.min(found.size(), CUTS_KEPT)));
        kept.add(Cut.trivial(gate));
        return kept;
    }

    /** The cut's cost when each leaf's cost is shared among its users. */
    private double flow(Cut cut) {
        double sum = 1;
        for (int leaf = 0; leaf < cut.size(); leaf++) {
            sum += flow[cut.leafGate(leaf)] / Math.max(1, uses[cut.leafGate(leaf)]);
        }
        return sum;
    }

    private void chooseByFlow() {
        for (int gate = 0; gate < gates.size(); gate++) {
            if (computes(gate)) {
                best[gate] = cuts.get(gate).stream()
                        .limit(cuts.get(gate).size() - 1L)
                        .min(Comparator.comparingDouble(this::flow))
                        .orElseThrow();
                flow[gate] = flow(best[gate]);
            }
        }
    }

    /** Counts the uses in the cover that the best cuts make. */
    private void recount() {
        Arrays.fill(uses, 0);
        for (int root : roots) {
            take(root);
        }
    }

    /** Uses a gate once more; returns how many gates have thereby to be computed anew. */
    private int take(int gate) {
        uses[gate]++;
        return uses[gate] == 1 && computes(gate) ? 1 + takeLeaves(best[gate]) : 0;
    }

    private int takeLeaves(Cut cut) {
        int cost = 0;
        for (int leaf = 0; leaf < cut.size(); leaf++) {
            cost += take(cut.leafGate(leaf));
        }
        return cost;
    }

    /** The opposite of {@link #take}. */
    private int release(int gate) {
        uses[gate]--;
        return uses[gate] == 0 && computes(gate) ? 1 + releaseLeaves(best[gate]) : 0;
    }

    private int releaseLeaves(Cut cut) {
        int cost = 0;
        for (int leaf = 0; leaf < cut.size(); leaf++) {
            cost += release(cut.leafGate(leaf));
        }
        return cost;
    }

    /** Gives each used gate the cut that needs the fewest further gates, the others being as they are. */
    private void improve() {
        for (int gate = 0; gate < gates.size(); gate++) {
            if (uses[gate] > 0 && computes(gate)) {
                releaseLeaves(best[gate]);
                int least = Integer.MAX_VALUE;
                Cut chosen = best[gate];
                List<Cut> candidates = cuts.get(gate);
                for (Cut cut : candidates.subList(0, candidates.size() - 1)) {
                    int cost = takeLeaves(cut);
                    releaseLeaves(cut);
                    if (cost < least || (cost == least && cut.size() < chosen.size())) {
                        least = cost;
                        chosen = cut;
                    }
                }
                best[gate] = chosen;
                takeLeaves(chosen);
            }
        }
    }
}
