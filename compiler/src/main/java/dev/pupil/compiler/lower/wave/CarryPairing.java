package dev.pupil.compiler.lower.wave;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Slot;
import dev.pupil.compiler.lower.sweep.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets one carry field serve a variable of {@code learn} and one of {@code predict}: what comes by is either an example
 * or the query.
 */
final class CarryPairing {
    private CarryPairing() {}

    /**
     * Pairs carry slots of the two routines that have the same range and start.
     *
     * @param live the slots that need a field at all
     * @return from each paired slot of {@code predict} to its partner in {@code learn}
     */
    static ImmutableMap<String, String> pair(Passes passes, Set<String> live) {
        List<Slot> ofLearn = carries(passes, Trigger.LEARN, live);
        List<Slot> ofPredict = carries(passes, Trigger.PREDICT, live);
        ImmutableMap.Builder<String, String> partners = ImmutableMap.builder();
        for (Slot slot : ofPredict) {
            ofLearn.stream()
                    .filter(other -> other.low() == slot.low()
                            && other.high() == slot.high()
                            && other.initial() == slot.initial())
                    .findFirst()
                    .ifPresent(partner -> {
                        ofLearn.remove(partner);
                        partners.put(slot.name(), partner.name());
                    });
        }
        return partners.buildOrThrow();
    }

    private static List<Slot> carries(Passes passes, Trigger trigger, Set<String> live) {
        List<String> used = new ArrayList<>();
        for (Pass pass : passes.passes()) {
            if (pass.trigger() == trigger) {
                for (Step step : pass.steps()) {
                    used.add(step.target());
                    step.condition().ifPresent(used::add);
                    Terms.reads(step.value()).forEach(read -> used.add(read.name()));
                }
            }
        }
        List<Slot> carries = new ArrayList<>(passes.slots());
        carries.removeIf(
                slot -> slot.kind() != Slot.Kind.CARRY || !live.contains(slot.name()) || !used.contains(slot.name()));
        return carries;
    }

    /** The passes with every paired slot replaced by its partner. */
    static Passes merge(Passes passes, ImmutableMap<String, String> partners) {
        Map<String, String> names = new HashMap<>(partners);
        ImmutableList.Builder<Pass> merged = ImmutableList.builder();
        for (Pass pass : passes.passes()) {
            ImmutableList.Builder<Step> steps = ImmutableList.builder();
            for (Step step : pass.steps()) {
                steps.add(new Step(
                        step.place(),
                        step.condition().map(name -> names.getOrDefault(name, name)),
                        names.getOrDefault(step.target(), step.target()),
                        Terms.replaceReads(
                                step.value(),
                                read -> Terms.read(names.getOrDefault(read.name(), read.name()), read.at())),
                        step.origin()));
            }
            merged.add(new Pass(pass.trigger(), pass.rows(), steps.build()));
        }
        ImmutableList<Slot> slots = passes.slots().stream()
                .filter(slot -> !names.containsKey(slot.name()))
                .collect(ImmutableList.toImmutableList());
        return new Passes(passes.name(), passes.direction(), slots, merged.build());
    }
}
