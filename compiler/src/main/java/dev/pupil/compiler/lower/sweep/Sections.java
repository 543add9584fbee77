package dev.pupil.compiler.lower.sweep;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.rewrite.Accesses;
import dev.pupil.compiler.lower.rewrite.DefiniteAssignment;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Statement;
import dev.pupil.compiler.program.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A routine cut at its loops over rows.
 *
 * @param first what comes before them, or everything if there are none
 * @param nests the loops over rows
 * @param after what comes after them
 */
record Sections(ImmutableList<Statement> first, ImmutableList<Nest> nests, ImmutableList<Statement> after) {

    /**
     * A loop over rows.
     *
     * @param condition the condition around the loop, if there is one
     * @param loop the loop
     */
    record Nest(Optional<Expression> condition, Statement.For loop) {}

    static Sections of(List<Statement> routine) throws NotASweepException {
        ImmutableList.Builder<Statement> first = ImmutableList.builder();
        ImmutableList.Builder<Nest> nests = ImmutableList.builder();
        ImmutableList.Builder<Statement> after = ImmutableList.builder();
        int rowLoops = 0;
        boolean isAfter = false;
        for (Statement statement : routine) {
            Optional<Nest> nest = nest(statement);
            if (nest.isPresent()) {
                if (isAfter) {
                    throw new NotASweepException(
                            nest.get().loop.span(),
                            "there is more to do between this loop over rows and the one before it");
                }
                rowLoops++;
                nests.add(nest.get());
            } else if (rowLoops == 0) {
                first.add(statement);
            } else {
                isAfter = true;
                after.add(statement);
            }
        }
        Sections sections = new Sections(first.build(), nests.build(), after.build());
        sections.checkThatNestsCanRunTogether();
        return sections;
    }

    private static Optional<Nest> nest(Statement statement) throws NotASweepException {
        if (statement instanceof Statement.For loop && isOverRows(loop)) {
            checkRows(loop);
            return Optional.of(new Nest(Optional.empty(), loop));
        }
        if (statement instanceof Statement.If choice && containsRowLoop(choice)) {
            if (choice.whenTrue().size() == 1
                    && choice.whenFalse().isEmpty()
                    && choice.whenTrue().getFirst() instanceof Statement.For loop
                    && isOverRows(loop)) {
                checkRows(loop);
                return Optional.of(new Nest(Optional.of(choice.condition()), loop));
            }
            throw new NotASweepException(
                    choice.span(), "a loop over rows stands together with something else under this condition");
        }
        return Optional.empty();
    }

    private static boolean containsRowLoop(Statement.If choice) {
        return ImmutableList.<Statement>builder().addAll(choice.whenTrue()).addAll(choice.whenFalse()).build().stream()
                .anyMatch(statement -> (statement instanceof Statement.For loop && isOverRows(loop))
                        || (statement instanceof Statement.If inner && containsRowLoop(inner)));
    }

    /** Whether a loop runs over rows: it contains a loop, or selects a row of a matrix. */
    static boolean isOverRows(Statement.For loop) {
        return loop.body().stream().anyMatch(Accesses::hasLoop)
                || Stream.concat(loop.reads(), loop.assignments().map(Statement.Assign::target))
                        .anyMatch(expression -> selectsRow(expression, loop.variable()));
    }

    private static boolean selectsRow(Expression expression, Variable row) {
        if (!(expression instanceof Expression.Element element)) {
            return false;
        }
        List<Expression> indices = Slots.growingIndices(element);
        return indices.size() >= 2
                && indices.getFirst() instanceof Expression.Index index
                && index.value().loops().containsKey(row);
    }

    private static void checkRows(Statement.For loop) throws NotASweepException {
        boolean isAllRows =
                loop.low().equals(Affine.constant(0)) && loop.high().equals(Affine.ofFeatures()) && !loop.descending();
        if (!isAllRows) {
            throw new NotASweepException(
                    loop.span(),
                    "a wave runs over the rows 0 to d − 1, from the top, and this loop over rows does not");
        }
    }

    /**
     * Several loops over rows run as one, row by row. That changes nothing if the example stays as it is and no local
     * variable is shared.
     */
    private void checkThatNestsCanRunTogether() throws NotASweepException {
        if (nests.size() < 2) {
            return;
        }
        Set<Variable> seen = new HashSet<>();
        for (Nest nest : nests) {
            Set<Variable> variables = new HashSet<>();
            Accesses.variables(nest.loop, variables);
            boolean changesExample =
                    nest.loop.assignments().anyMatch(assign -> assign.changed().kind() == Variable.Kind.EXAMPLE);
            boolean shares = variables.stream()
                    .anyMatch(variable -> variable.kind() == Variable.Kind.LOCAL && seen.contains(variable));
            if (changesExample || shares) {
                throw new NotASweepException(
                        nest.loop.span(),
                        "this is one of several loops over rows, and one needs what another has left");
            }
            seen.addAll(variables);
        }
    }

    /** Local variables that carry a value from section to section, or from row to row. */
    Set<Variable> shared() {
        Set<Variable> inFirst = new HashSet<>();
        Set<Variable> inNests = new HashSet<>();
        Set<Variable> inAfter = new HashSet<>();
        first.forEach(statement -> Accesses.variables(statement, inFirst));
        nests.forEach(nest -> {
            Accesses.variables(nest.loop, inNests);
            nest.condition.ifPresent(
                    condition -> Accesses.variables(new Statement.Return(condition, condition.span()), inFirst));
        });
        after.forEach(statement -> Accesses.variables(statement, inAfter));
        Set<Variable> shared = new HashSet<>();
        for (Variable variable : inNests) {
            boolean crossesRows =
                    nests.stream().anyMatch(nest -> !DefiniteAssignment.isFresh(variable, nest.loop.body()));
            if (variable.kind() == Variable.Kind.LOCAL
                    && (crossesRows || inFirst.contains(variable) || inAfter.contains(variable))) {
                shared.add(variable);
            }
        }
        for (Variable variable : inFirst) {
            if (variable.kind() == Variable.Kind.LOCAL && inAfter.contains(variable)) {
                shared.add(variable);
            }
        }
        return shared;
    }
}
