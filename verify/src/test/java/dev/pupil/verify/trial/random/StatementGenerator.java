package dev.pupil.verify.trial.random;

import java.util.ArrayList;
import java.util.List;

/** Random statements. */
final class StatementGenerator {
    private final Choice choice;
    private final ExpressionGenerator expressions;
    private final List<Kind> kinds;
    private int locals;

    /** A procedure with a bit as its only parameter. */
    record Procedure(String name, boolean changesMemory) {}

    StatementGenerator(Choice choice, List<Kind> kinds) {
        this.choice = choice;
        this.expressions = new ExpressionGenerator(choice);
        this.kinds = kinds;
    }

    /**
     * A block's statements.
     *
     * @param size how much there may be in it
     */
    void block(Scope outer, int size, List<Procedure> procedures, Text text) {
        Scope scope = outer;
        int statements = choice.between(1, Math.max(1, size));
        for (int i = 0; i < statements; i++) {
            if (scope.column().isEmpty()) {
                scope.discipline().advance(scope.row().isPresent());
            }
            if (choice.chance(0.2)) {
                scope = declare(scope, text);
            } else {
                statement(scope, size - 1, procedures, text);
            }
        }
        jump(scope, text);
    }

    /** Now and then a jump ends a block; more often under a condition, so that it is not all over at once. */
    private void jump(Scope scope, Text text) {
        if (choice.chance(0.85)) {
            return;
        }
        List<String> jumps = new ArrayList<>();
        if (scope.inLoop()) {
            jumps.add("break;");
            jumps.add("continue;");
        }
        if (scope.inPredict() && !scope.inProcedure()) {
            jumps.add("return " + expressions.bit(scope, 1) + ";");
        }
        if (!jumps.isEmpty()) {
            text.open("if " + expressions.bit(scope, 1));
            text.line(choice.of(jumps));
            text.close();
        }
    }

    Scope declare(Scope scope, Text text) {
        return declare(scope, false, text);
    }

    /**
     * Declares a local.
     *
     * @param inRows whether it will be used in a loop over rows that comes after
     */
    Scope declare(Scope scope, boolean inRows, Text text) {
        Kind kind = choice.of(kinds);
        Name name = new Name("x" + locals++, kind, Name.Shape.SCALAR, inRows, false);
        String initial = choice.chance(0.25) && !(kind instanceof Kind.Small small && small.low() > 0)
                ? ""
                : " = " + (choice.chance(inRows ? 0.8 : 0.4) ? constant(kind) : expressions.value(kind, scope, 2));
        text.line(kind.text() + " " + name.text() + initial + ";");
        return scope.with(name);
    }

    private String constant(Kind kind) {
        return switch (kind) {
            case Kind.Bit bit -> "" + choice.between(0, 1);
            case Kind.Small small -> "" + choice.between(small.low(), small.high());
            case Kind.Enumeration enumeration -> choice.of(enumeration.constants());
        };
    }

    private void statement(Scope scope, int size, List<Procedure> procedures, Text text) {
        int kind = choice.between(0, 19);
        if (kind < 4 && size > 0) {
            condition(scope, size, procedures, text);
        } else if (kind < 9
                && size > 0
                && scope.column().isEmpty()
                && scope.discipline().canLoop()) {
            columns(scope, size, procedures, text);
        } else if (kind == 9 && size > 0 && scope.repetition().isEmpty()) {
            repetition(scope, size, procedures, text);
        } else if (kind == 10) {
            call(scope, procedures, text);
        } else {
            assign(scope, text);
        }
    }

    private void call(Scope scope, List<Procedure> procedures, Text text) {
        List<Procedure> callable = procedures.stream()
                .filter(procedure -> scope.row().isEmpty() && scope.column().isEmpty())
                .filter(procedure -> !(procedure.changesMemory() && scope.inPredict()))
                .toList();
        if (callable.isEmpty()) {
            assign(scope, text);
        } else {
            text.line(choice.of(callable).name() + "(v, " + expressions.bit(scope, 1) + ");");
        }
    }

    private void assign(Scope scope, Text text) {
        List<Scope.Place> targets = scope.assignable();
        if (targets.isEmpty()) {
            declare(scope, text);
            return;
        }
        Scope.Place target = choice.of(targets);
        if (target.kind() instanceof Kind.Bit && choice.chance(0.3)) {
            text.line(target.text() + " " + choice.of("^=", "|=", "&=") + " " + expressions.bit(scope, 2) + ";");
        } else {
            text.line(target.text() + " = " + expressions.value(target.kind(), scope, 3) + ";");
        }
    }

    private void condition(Scope scope, int size, List<Procedure> procedures, Text text) {
        text.open("if " + (choice.chance(0.1) ? choice.of("v.label", "!v.label") : expressions.bit(scope, 2)));
        block(scope, size, procedures, text);
        if (choice.chance(0.4)) {
            text.orElse();
            block(scope, size, procedures, text);
        }
        text.close();
    }

    private void columns(Scope scope, int size, List<Procedure> procedures, Text text) {
        Discipline discipline = scope.discipline();
        boolean isDown = discipline.isDown();
        List<String> lows = new ArrayList<>();
        List<String> highs = new ArrayList<>();
        if (scope.row().isEmpty() || !discipline.isAtDiagonal() || isDown) {
            lows.addAll(List.of("0", "0", "0", "1"));
        }
        if (scope.row().isEmpty() || !discipline.isAtDiagonal() || !isDown) {
            highs.addAll(List.of("d", "d", "d", "d + 1", "d + 1"));
        }
        scope.row().ifPresent(row -> {
            if (!discipline.isAtDiagonal() || !isDown) {
                lows.addAll(List.of(row, row, row, row + " + 1", row + " + 1"));
            }
            if (discipline.isAtDiagonal() ? isDown : choice.chance(0.3)) {
                highs.addAll(List.of(row, row + " + 1"));
            }
        });
        if (discipline.strays()) {
            lows.add("2");
            highs.add("d - 1");
        }
        String high = choice.of(highs);
        String variable = "j" + text.depth();
        text.open("for " + variable + (isDown ? " down " : " in ") + choice.of(lows) + ".." + high);
        block(scope.inColumns(new Scope.Column(variable, high.equals("d + 1"))), size, procedures, text);
        text.close();
        discipline.pass();
    }

    private void repetition(Scope scope, int size, List<Procedure> procedures, Text text) {
        String variable = "i" + text.depth();
        text.open("for " + variable + choice.of(" in ", " down ") + "0..2");
        block(scope.inRepetition(variable), size, procedures, text);
        text.close();
    }

    /** A loop over rows. */
    void rows(Scope scope, int size, Text text) {
        boolean underLabel = choice.chance(0.1);
        if (underLabel) {
            text.open("if " + choice.of("v.label", "!v.label"));
        }
        text.open("for k in 0..d");
        scope.discipline().enterRow();
        block(scope.inRows("k"), size, List.of(), text);
        text.close();
        if (underLabel) {
            text.close();
        }
    }

    /** A prediction. */
    void answer(Scope scope, Text text) {
        text.line("return " + expressions.bit(scope, 2) + ";");
    }
}
