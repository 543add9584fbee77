package dev.pupil.compiler;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.sweep.Pass;
import dev.pupil.compiler.lower.sweep.Pass.Rows;
import dev.pupil.compiler.lower.sweep.Pass.Trigger;
import dev.pupil.compiler.lower.sweep.Passes;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.grammar.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What became of one outermost loop of a program.
 *
 * @param routine where the loop stands
 * @param loop the loop
 * @param rows the rows in which it is a wave; empty if it does nothing
 * @param direction which way the wave runs
 */
public record Wave(Trigger routine, Statement.For loop, Optional<Rows> rows, Direction direction) {

    /** The waves of all outermost loops of a program that was lowered to passes, in source order. */
    public static ImmutableList<Wave> of(Program program, Passes passes) {
        ImmutableList.Builder<Wave> waves = ImmutableList.builder();
        for (Trigger routine : Trigger.values()) {
            List<Statement> statements = switch (routine) {
                case LEARN -> program.learn();
                case PREDICT -> program.predict();
            };
            for (Statement.For loop : outermostLoops(statements)) {
                waves.add(new Wave(routine, loop, rows(passes, routine, loop), passes.direction()));
            }
        }
        return waves.build();
    }

    private static ImmutableList<Statement.For> outermostLoops(List<Statement> statements) {
        ImmutableList.Builder<Statement.For> loops = ImmutableList.builder();
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.For loop -> loops.add(loop);
                case Statement.If choice -> {
                    loops.addAll(outermostLoops(choice.whenTrue()));
                    loops.addAll(outermostLoops(choice.whenFalse()));
                }
                case Statement.Assign assign -> {}
                case Statement.Break jump -> {}
                case Statement.Continue jump -> {}
                case Statement.Return end -> {}
            }
        }
        return loops.build();
    }

    private static Optional<Rows> rows(Passes passes, Trigger routine, Statement.For loop) {
        ImmutableList<Span> spans = spans(loop.body());
        return passes.passes().stream()
                .filter(pass -> pass.trigger() == routine)
                .filter(pass -> pass.steps().stream()
                        .anyMatch(step ->
                                step.origin().span().filter(spans::contains).isPresent()))
                .map(Pass::rows)
                .findFirst();
    }

    private static ImmutableList<Span> spans(List<Statement> statements) {
        ImmutableList.Builder<Span> spans = ImmutableList.builder();
        for (Statement statement : statements) {
            spans.add(statement.span());
            switch (statement) {
                case Statement.For inner -> spans.addAll(spans(inner.body()));
                case Statement.If choice -> {
                    spans.addAll(spans(choice.whenTrue()));
                    spans.addAll(spans(choice.whenFalse()));
                }
                case Statement.Assign assign -> {}
                case Statement.Break jump -> {}
                case Statement.Continue jump -> {}
                case Statement.Return end -> {}
            }
        }
        return spans.build();
    }
}
