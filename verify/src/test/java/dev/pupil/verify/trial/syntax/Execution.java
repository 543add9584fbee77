package dev.pupil.verify.trial.syntax;

import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.LearnerNode;
import dev.pupil.grammar.tree.MemberNode;
import dev.pupil.grammar.tree.StatementNode;
import dev.pupil.grammar.tree.TypeNode;
import dev.pupil.verify.trial.syntax.Cells.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Executes the statements of one learner, one after the other. */
final class Execution {
    private final Names outermost = Names.outermost();
    private final Map<String, MemberNode.Procedure> procedures = new HashMap<>();
    private final Map<String, Range> enumerations = new HashMap<>();
    private final MemberNode.Learn learn;
    private final MemberNode.Predict predict;
    private long answer;

    /** How a statement ends. */
    private enum End {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    Execution(LearnerNode learner, int features, int examples) {
        for (LearnerNode.SizeNode size : learner.sizes()) {
            outermost.declare(size.name().text(), Cells.scalar(Range.WIDE, size.ofExamples() ? examples : features));
        }
        Optional<MemberNode.Learn> foundLearn = Optional.empty();
        Optional<MemberNode.Predict> foundPredict = Optional.empty();
        for (MemberNode member : learner.members()) {
            switch (member) {
                case MemberNode.Memory memory -> declare(memory.type(), memory.declarators(), outermost);
                case MemberNode.Enumeration enumeration ->
                    enumerations.put(enumeration.name().text(), range(enumeration.type(), outermost));
                case MemberNode.Procedure procedure ->
                    procedures.put(procedure.name().text(), procedure);
                case MemberNode.Learn node -> foundLearn = Optional.of(node);
                case MemberNode.Predict node -> foundPredict = Optional.of(node);
            }
        }
        this.learn = foundLearn.orElseThrow();
        this.predict = foundPredict.orElseThrow();
    }

    /** Learns from an example, whose label is its last bit. */
    void learn(long[] example) {
        Names names = outermost.inner();
        names.declare(learn.example().text(), new Cells(List.of(example.length), Range.BIT, example));
        block(learn.body(), names);
    }

    /** The prediction for a query, whose label is there, too. */
    long predict(long[] query) {
        Names names = outermost.inner();
        names.declare(predict.query().text(), new Cells(List.of(query.length), Range.BIT, query));
        if (block(predict.body(), names) != End.RETURN) {
            throw new IllegalStateException("no answer");
        }
        return answer;
    }

    private Range range(TypeNode type, Names names) {
        return switch (type) {
            case TypeNode.Bit bit -> Range.BIT;
            case TypeNode.Wide wide -> Range.WIDE;
            case TypeNode.Ranged ranged -> new Range(Values.of(names, ranged.low()), Values.of(names, ranged.high()));
            case TypeNode.Enumeration enumeration -> {
                for (int i = 0; i < enumeration.constants().size(); i++) {
                    outermost.declare(enumeration.constants().get(i).text(), Cells.scalar(Range.WIDE, i));
                }
                yield new Range(0, enumeration.constants().size() - 1L);
            }
            case TypeNode.Named named ->
                Optional.ofNullable(enumerations.get(named.name().text())).orElseThrow();
        };
    }

    private void declare(TypeNode type, List<MemberNode.Declarator> declarators, Names names) {
        Range range = range(type, names);
        for (MemberNode.Declarator declarator : declarators) {
            List<Integer> dimensions = Values.of(names, declarator.dimensions()).stream()
                    .map(Math::toIntExact)
                    .toList();
            long initial = declarator
                    .initial()
                    .map(value -> new Values(names, range).of(value))
                    .orElse(0L);
            names.declare(declarator.name().text(), Cells.of(dimensions, range, initial));
        }
    }

    private End block(List<StatementNode> statements, Names names) {
        for (StatementNode statement : statements) {
            End end = statement(statement, names);
            if (end != End.NEXT) {
                return end;
            }
        }
        return End.NEXT;
    }

    private End statement(StatementNode statement, Names names) {
        return switch (statement) {
            case StatementNode.Declaration declaration -> {
                declare(declaration.type(), declaration.declarators(), names);
                yield End.NEXT;
            }
            case StatementNode.Assignment assignment -> {
                assign(assignment, names);
                yield End.NEXT;
            }
            case StatementNode.Call call -> {
                call(call, names);
                yield End.NEXT;
            }
            case StatementNode.If choice ->
                block(
                        Values.of(names, choice.condition()) == 1 ? choice.whenTrue() : choice.whenFalse(),
                        names.inner());
            case StatementNode.For loop -> loop(loop, names);
            case StatementNode.Break jump -> End.BREAK;
            case StatementNode.Continue jump -> End.CONTINUE;
            case StatementNode.Return end -> {
                answer = Values.of(names, end.value());
                yield End.RETURN;
            }
            case StatementNode.Block inner -> block(inner.body(), names.inner());
        };
    }

    private static void assign(StatementNode.Assignment assignment, Names names) {
        switch (assignment.target()) {
            case ExpressionNode.Name name ->
                assign(assignment, names, names.get(name.name().text()), List.of());
            case ExpressionNode.Subscript subscript ->
                assign(assignment, names, names.get(subscript.array().text()), Values.of(names, subscript.indices()));
            case ExpressionNode.Property property -> {
                Cells example = names.get(property.owner().text());
                assign(assignment, names, example, Values.label(example));
            }
            case ExpressionNode other -> throw new IllegalStateException("can't be assigned to: " + other);
        }
    }

    private static void assign(StatementNode.Assignment assignment, Names names, Cells target, List<Long> indices) {
        long value = new Values(names, target.range()).of(assignment.value());
        target.set(
                indices,
                assignment
                        .operator()
                        .map(operator -> Values.apply(operator, target.get(indices), value))
                        .orElse(value));
    }

    private void call(StatementNode.Call call, Names names) {
        MemberNode.Procedure procedure =
                Optional.ofNullable(procedures.get(call.procedure().text())).orElseThrow();
        Names inside = outermost.inner();
        for (int i = 0; i < call.arguments().size(); i++) {
            MemberNode.Parameter parameter = procedure.parameters().get(i);
            inside.declare(
                    parameter.name().text(),
                    argument(parameter, call.arguments().get(i), names));
        }
        block(procedure.body(), inside);
    }

    private Cells argument(MemberNode.Parameter parameter, ExpressionNode argument, Names names) {
        if (parameter instanceof MemberNode.Parameter.Typed typed
                && typed.dimensions().isEmpty()) {
            Range range = range(typed.type(), outermost);
            return Cells.scalar(range, new Values(names, range).of(argument));
        }
        if (argument instanceof ExpressionNode.Name name) {
            return names.get(name.name().text());
        }
        throw new IllegalStateException("no array: " + argument);
    }

    private End loop(StatementNode.For loop, Names names) {
        long low = Values.of(names, loop.low());
        long high = Values.of(names, loop.high());
        List<Long> rounds = new ArrayList<>();
        for (long round = low; round < high; round++) {
            rounds.add(round);
        }
        for (long round : loop.descending() ? rounds.reversed() : rounds) {
            Names inside = names.inner();
            inside.declare(loop.variable().text(), Cells.scalar(Range.WIDE, round));
            End end = block(loop.body(), inside.inner());
            if (end == End.BREAK) {
                return End.NEXT;
            }
            if (end == End.RETURN) {
                return end;
            }
        }
        return End.NEXT;
    }
}
