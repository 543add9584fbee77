package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.IntSort;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.compiler.text.TermText;
import dev.pupil.verify.proof.ExactNetwork.Input;
import dev.pupil.verify.proof.ExactNetwork.Mix;
import dev.pupil.verify.proof.ExactNetwork.Summand;
import dev.pupil.verify.proof.ExactNetwork.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves what {@link StepProof} does of invariants, ranges, channels and the output in another way: rules and weights are
 * written as linear arithmetic of integers, with the weights' own numbers and {@code if sum > 0 then sum else 0}, and Z3 is
 * asked. The two have in common how the file is read ({@link Codes}, {@link ExactNetwork}) and where a term reads
 * ({@link Terms#reads}). Z3 is not asked whether every bit is held by a channel, nor whether terms are bits that should be.
 */
final class SecondOpinion {
    private static final int MILLISECONDS_FOR_A_QUESTION = 120_000;
    private static final int INVARIANTS_SEE = 2;

    private final Construction construction;
    private final Context context;
    private final Map<Unit, ArithExpr<IntSort>> rectified = new HashMap<>();

    private SecondOpinion(Construction construction, Context context) {
        this.construction = construction;
        this.context = context;
    }

    /** What Z3 does not confirm, if there is something: a sentence without a full stop. */
    static Optional<String> objection(Construction construction) {
        try (Context context = new Context()) {
            SecondOpinion opinion = new SecondOpinion(construction, context);
            return opinion.aboutInvariants().or(opinion::aboutNeighbourhoods);
        }
    }

    private Optional<String> aboutInvariants() {
        IntegerScene scene = new IntegerScene(construction.codes(), context, INVARIANTS_SEE);
        Solver first = solver(scene);
        require(first, scene.first());
        Solver step = solver(scene);
        construction.invariants().forEach(invariant -> assume(step, scene, invariant));
        for (Term invariant : construction.invariants()) {
            String name =
                    "the invariant '%s'".formatted(TermText.print(invariant).strip());
            Optional<String> objection = ask(first, context.mkNot(scene.before().isTrue(invariant, 0, 0)), name)
                    .or(() -> ask(step, context.mkNot(scene.after().isTrue(invariant, 0, 0)), name));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Solver solver(IntegerScene scene) {
        Solver solver = context.mkSolver();
        Params limits = context.mkParams();
        limits.add("timeout", MILLISECONDS_FOR_A_QUESTION);
        solver.setParameters(limits);
        scene.facts().forEach(fact -> require(solver, fact));
        return solver;
    }

    private static void require(Solver solver, BoolExpr formula) {
        solver.add(new BoolExpr[] {formula});
    }

    /** Requires the invariant wherever all that it speaks of is in the scene. */
    private static void assume(Solver solver, IntegerScene scene, Term invariant) {
        scene.places(place -> {
            boolean isShown = Terms.reads(invariant).stream()
                    .allMatch(read -> scene.contains(
                            place.row() + read.at().row(),
                            place.column() + read.at().column()));
            if (isShown) {
                require(solver, scene.inImage(place, scene.before().isTrue(invariant, place.row(), place.column())));
            }
        });
    }

    private static Optional<String> ask(Solver solver, BoolExpr breach, String name) {
        Status status = solver.check(breach);
        return switch (status) {
            case UNSATISFIABLE -> Optional.empty();
            case SATISFIABLE -> Optional.of("Z3 refutes " + name);
            case UNKNOWN -> Optional.of("Z3 gives up on " + name);
        };
    }

    private Optional<String> aboutNeighbourhoods() {
        IntegerScene scene = new IntegerScene(construction.codes(), context, Scene.NEIGHBOURS);
        Solver solver = solver(scene);
        construction.invariants().forEach(invariant -> assume(solver, scene, invariant));
        return aboutRanges(scene, solver).or(() -> aboutOutputs(scene, solver));
    }

    private Optional<String> aboutRanges(IntegerScene scene, Solver solver) {
        for (Field field : construction.automaton().fields()) {
            ArithExpr<IntSort> next = scene.before().value(field.next(), 0, 0);
            BoolExpr isOutside = context.mkOr(
                    context.mkLt(next, context.mkInt(field.low())), context.mkGt(next, context.mkInt(field.high())));
            Optional<String> objection = ask(solver, isOutside, "the range of '%s'".formatted(field.name()));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private Optional<String> aboutOutputs(IntegerScene scene, Solver solver) {
        ExactNetwork network = construction.network();
        for (int channel = 0; channel < construction.codes().channels(); channel++) {
            ArithExpr<IntSort> expected =
                    channel == 0 ? scene.lane(0, 0) : scene.after().channel(channel, 0, 0);
            BoolExpr wrong = differ(scene, network.mixes().get(channel), network.units(), expected);
            Optional<String> objection = ask(
                    solver, wrong, "channel '%s'".formatted(construction.codes().name(channel)));
            if (objection.isPresent()) {
                return objection;
            }
        }
        return ask(solver, differ(scene, network.output(), network.head(), output(scene)), "the output");
    }

    private ArithExpr<IntSort> output(IntegerScene scene) {
        Head head = construction.automaton().head();
        BoolExpr select = scene.before().isOne(head.select());
        BoolExpr answered = scene.before().isOne(head.answered());
        BoolExpr answer = scene.before().isOne(head.answer());
        ArithExpr<IntSort> zero = context.mkInt(0);
        return context.mkAdd(
                scene.choice(select, scene.lane(0, 0), zero),
                scene.choice(answered, scene.choice(answer, context.mkInt(1), context.mkInt(-1)), zero));
    }

    /** Where the mix is not what is expected. */
    private BoolExpr differ(IntegerScene scene, Mix mix, ImmutableList<Unit> units, ArithExpr<IntSort> expected) {
        ExactNetwork network = construction.network();
        List<ArithExpr<IntSort>> summands = new ArrayList<>();
        summands.add(context.mkInt(Math.multiplyExact(mix.bias(), network.one())));
        for (Summand summand : mix.summands()) {
            summands.add(context.mkMul(
                    context.mkInt(summand.weight()),
                    rectified.computeIfAbsent(units.get(summand.unit()), unit -> rectified(scene, unit))));
        }
        ArithExpr<IntSort> sum = sum(summands);
        return context.mkNot(context.mkEq(sum, context.mkMul(context.mkInt(network.squareOfOne()), expected)));
    }

    private ArithExpr<IntSort> rectified(IntegerScene scene, Unit unit) {
        List<ArithExpr<IntSort>> summands = new ArrayList<>();
        summands.add(context.mkInt(unit.bias()));
        for (Input input : unit.inputs()) {
            Offset at = Filter.offset(input.tap());
            ArithExpr<IntSort> value = input.channel() == 0
                    ? scene.lane(at.row(), at.column())
                    : scene.before().channel(input.channel(), at.row(), at.column());
            summands.add(context.mkMul(context.mkInt(input.weight()), value));
        }
        ArithExpr<IntSort> sum = sum(summands);
        return scene.choice(context.mkGt(sum, context.mkInt(0)), sum, context.mkInt(0));
    }

    @SuppressWarnings("unchecked")
    private ArithExpr<IntSort> sum(List<ArithExpr<IntSort>> summands) {
        return context.mkAdd(summands.toArray(ArithExpr[]::new));
    }
}
