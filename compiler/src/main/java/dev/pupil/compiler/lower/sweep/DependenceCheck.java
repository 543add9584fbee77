package dev.pupil.compiler.lower.sweep;

import dev.pupil.compiler.lower.NotASweepException;
import dev.pupil.compiler.lower.rewrite.JumpRemoval;
import dev.pupil.compiler.lower.sweep.Passes.Direction;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has been placed so far in a row. A scan runs all steps of one column before any of the next. That gives every
 * scalar the values which program order gives, if of two accesses that program order keeps apart, one of them a write,
 * the earlier never lies in a column that the scan reaches after the later's. (Elements of arrays need no such care:
 * they are only touched in their own column.)
 */
final class DependenceCheck {
    private final Direction direction;
    private final List<Access> accesses = new ArrayList<>();

    /** An access to a scalar; accesses of one group are rounds of one loop, whose order is the scan's. */
    private record Access(Variable scalar, boolean isWrite, Columns columns, int group, Span span) {}

    DependenceCheck(Direction direction) {
        this.direction = direction;
    }

    /** Whether nothing has touched the scalar yet. */
    boolean isUntouched(Variable scalar) {
        return accesses.stream().noneMatch(access -> access.scalar.equals(scalar));
    }

    /** The first of some single columns at which the accesses are in order. */
    Optional<Columns> earliest(List<Columns> candidates, Set<Variable> reads, Set<Variable> writes) {
        return candidates.stream()
                .filter(columns -> conflict(reads, writes, columns, -1).isEmpty())
                .findFirst();
    }

    /**
     * Records accesses.
     *
     * @param group a loop's number; negative outside loops
     */
    void add(Set<Variable> reads, Set<Variable> writes, Columns columns, int group, Span span)
            throws NotASweepException {
        Optional<Access> conflict = conflict(reads, writes, columns, group);
        if (conflict.isPresent()) {
            throw againstTheScan(conflict.get().scalar, conflict.get().span, span);
        }
        reads.forEach(scalar -> accesses.add(new Access(scalar, false, columns, group, span)));
        writes.forEach(scalar -> accesses.add(new Access(scalar, true, columns, group, span)));
    }

    private Optional<Access> conflict(Set<Variable> reads, Set<Variable> writes, Columns columns, int group) {
        return accesses.stream()
                .filter(access -> group < 0 || access.group != group)
                .filter(access -> writes.contains(access.scalar) || (access.isWrite && reads.contains(access.scalar)))
                .filter(access -> !access.columns.areNotAfter(columns, direction))
                .findFirst();
    }

    static NotASweepException againstTheScan(Variable scalar, Span earlier, Span span) {
        return new NotASweepException(
                span,
                subject(scalar, earlier)
                        + " is needed here in columns that the scan along the row passes before it comes to where "
                        + (scalar.name().contains(".") ? "that is known" : "line " + earlier.line() + " uses it"));
    }

    /** What a variable holds, in words for users; names with a dot were made by the compiler. */
    static String subject(Variable scalar, Span earlier) {
        int line = scalar.declared().line();
        return switch (scalar.name()) {
            case JumpRemoval.LEFT -> "whether 'break' has left the loop in line " + line;
            case JumpRemoval.SKIPPED -> "whether 'continue' has ended the round of the loop in line " + line;
            case JumpRemoval.RETURNED, JumpRemoval.ANSWER -> "whether and what 'return' has answered";
            default ->
                scalar.name().contains(".")
                        ? "what line " + earlier.line() + " decides"
                        : "the value of '" + scalar.name() + "'";
        };
    }
}
