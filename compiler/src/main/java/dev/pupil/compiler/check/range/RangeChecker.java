package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Findings;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.resolve.Interval;
import dev.pupil.compiler.check.resolve.Resolved;
import dev.pupil.compiler.check.resolve.Types;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Program;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The second stage: gives every variable and expression its final type and proves assignments and indices. */
public final class RangeChecker {
    private final Program resolved;
    private final Findings findings;
    private final RangeInference inference;
    private final LateUpdates updates;
    private final IndexProofs indices;
    private final SizeNames names;
    private final Typing typing;
    private final Deque<Statement.For> running = new ArrayDeque<>();

    private RangeChecker(Resolved resolved, Findings findings) {
        this.resolved = resolved.program();
        this.findings = findings;
        LoopRanges loops = LoopRanges.of(resolved.program());
        this.inference = new RangeInference(resolved, loops);
        this.names = SizeNames.of(resolved.program());
        this.updates = new LateUpdates(inference);
        this.indices = new IndexProofs(loops, updates, names);
        this.typing = new Typing(inference, this::prove);
    }

    /** Types a resolved program; what comes out may be used only if nothing was found wrong. */
    public static Program check(Resolved resolved, Findings findings) {
        return new RangeChecker(resolved, findings).check();
    }

    private Program check() {
        updates.enter(true);
        ImmutableList<Statement> learn = statements(resolved.learn());
        updates.enter(false);
        ImmutableList<Statement> predict = statements(resolved.predict());
        ImmutableList.Builder<Variable> memory = ImmutableList.builder();
        for (Variable variable : resolved.memory()) {
            try {
                memory.add(typing.variable(variable));
            } catch (Refusal refusal) {
                findings.report(refusal);
            }
        }
        return new Program(
                resolved.name(),
                resolved.documentation(),
                resolved.featuresName(),
                resolved.examplesName(),
                memory.build(),
                resolved.example(),
                learn,
                resolved.query(),
                predict,
                resolved.source());
    }

    private void prove(Expression.Element element) {
        indices.check(element, ImmutableList.copyOf(running));
    }

    private ImmutableList<Statement> statements(List<Statement> body) {
        ImmutableList.Builder<Statement> typed = ImmutableList.builder();
        for (Statement statement : body) {
            try {
                typed.add(statement(statement));
            } catch (Refusal refusal) {
                findings.report(refusal);
            }
        }
        return typed.build();
    }

    private Statement statement(Statement statement) {
        return switch (statement) {
            case Statement.Assign assign -> assignment(assign);
            case Statement.If branch -> branch(branch);
            case Statement.For loop -> loop(loop);
            case Statement.Return answer -> answer(answer);
            case Statement.Break leave -> leave;
            case Statement.Continue next -> next;
        };
    }

    private Statement assignment(Statement.Assign assign) {
        try {
            Expression target = typing.expression(assign.target());
            Expression value = typing.expression(assign.value());
            if (Types.isNumeric(target.type())) {
                proveInRange(assign.changed(), value);
            }
            return new Statement.Assign(target, value, assign.span());
        } finally {
            updates.pass(assign);
        }
    }

    private void proveInRange(Variable target, Expression value) {
        Interval allowed = inference.of(target);
        Interval possible = Interval.of(value.type());
        boolean inside = allowed.contains(possible) || inference.staysWithinItsType(target);
        if (!inside) {
            boolean above = !Bounds.atLeast(allowed.high(), possible.high());
            throw Refusal.of(DiagnosticCode.OUT_OF_RANGE.at(
                    value.span(),
                    "this value may be %s, and %s holds at %s %s"
                            .formatted(
                                    names.text(above ? possible.high() : possible.low()),
                                    Excerpt.quote(target.name()),
                                    above ? "most" : "least",
                                    names.text(above ? allowed.high() : allowed.low())),
                    Types.isBit(target.type())
                            ? "bits are added without carry by '^'; '!= 0' makes a bit of a number"
                            : "write 'clamp(...)' around it to stay in range"));
        }
    }

    private Statement branch(Statement.If branch) {
        Optional<Expression> condition = Optional.empty();
        try {
            condition = Optional.of(typing.expression(branch.condition()));
        } catch (Refusal refusal) {
            findings.report(refusal);
        }
        ImmutableList<Statement> whenTrue = statements(branch.whenTrue());
        ImmutableList<Statement> whenFalse = statements(branch.whenFalse());
        return new Statement.If(condition.orElseThrow(Refusal::reportedAlready), whenTrue, whenFalse, branch.span());
    }

    private Statement loop(Statement.For loop) {
        running.push(loop);
        try {
            return new Statement.For(
                    typing.variable(loop.variable()),
                    typing.affine(loop.low()),
                    typing.affine(loop.high()),
                    loop.descending(),
                    statements(loop.body()),
                    loop.span());
        } finally {
            running.pop();
        }
    }

    private Statement answer(Statement.Return answer) {
        Expression value = typing.expression(answer.value());
        if (!Types.isNumeric(value.type()) || !Interval.BIT.contains(Interval.of(value.type()))) {
            throw Refusal.of(DiagnosticCode.OUT_OF_RANGE.at(
                    answer.value().span(),
                    "the answer is a bit, and this may be " + names.text(bitExcess(Interval.of(value.type()))),
                    "compare it, for example with '>= 0'"));
        }
        return new Statement.Return(value, answer.span());
    }

    private static Polynomial bitExcess(Interval possible) {
        return Bounds.atLeast(Interval.BIT.high(), possible.high()) ? possible.low() : possible.high();
    }
}
