package dev.pupil.verify.trial.random;

import java.util.ArrayList;
import java.util.List;

/** Random expressions. Compound ones stand in parentheses, so that their parts can be put in their place. */
final class ExpressionGenerator {
    private final Choice choice;

    ExpressionGenerator(Choice choice) {
        this.choice = choice;
    }

    /** A value for a variable of the given type, in its range. */
    String value(Kind kind, Scope scope, int depth) {
        return switch (kind) {
            case Kind.Bit bit -> bit(scope, depth);
            case Kind.Small small ->
                choice.chance(0.2)
                        ? "" + choice.between(small.low(), small.high())
                        : "clamp(" + integer(scope, depth) + ")";
            case Kind.Enumeration enumeration -> enumerated(enumeration, scope, depth);
        };
    }

    /** A bit, of conditions too. */
    String bit(Scope scope, int depth) {
        if (depth == 0 || choice.chance(0.25)) {
            return bitAtom(scope);
        }
        return switch (choice.between(0, 11)) {
            case 0 -> "!" + bit(scope, depth - 1);
            case 1, 2 -> both(bit(scope, depth - 1), "&", bit(scope, depth - 1));
            case 3 -> both(bit(scope, depth - 1), "|", bit(scope, depth - 1));
            case 4, 5 -> both(bit(scope, depth - 1), "^", bit(scope, depth - 1));
            case 6 -> both(bit(scope, depth - 1), choice.of("==", "!=", "<", ">="), bit(scope, depth - 1));
            case 7 -> "(" + bit(scope, depth - 1) + " ? " + bit(scope, depth - 1) + " : " + bit(scope, depth - 1) + ")";
            case 8, 9 -> comparison(scope, depth);
            default -> scope.row().isPresent() || scope.column().isPresent() ? position(scope) : bitAtom(scope);
        };
    }

    private String comparison(Scope scope, int depth) {
        List<Kind.Enumeration> enumerations = new ArrayList<>();
        for (Scope.Place place : scope.readable()) {
            if (place.kind() instanceof Kind.Enumeration enumeration) {
                enumerations.add(enumeration);
            }
        }
        if (!enumerations.isEmpty() && choice.chance(0.5)) {
            Kind.Enumeration kind = choice.of(enumerations);
            return both(enumerated(kind, scope, depth - 1), choice.of("==", "!="), enumerated(kind, scope, depth - 1));
        }
        return both(integer(scope, depth - 1), choice.of("<", "<=", ">", ">=", "==", "!="), integer(scope, depth - 1));
    }

    private String bitAtom(Scope scope) {
        List<String> bits = atoms(new Kind.Bit(), scope);
        return bits.isEmpty() || choice.chance(0.05) ? choice.of("0", "1") : choice.of(bits);
    }

    private List<String> atoms(Kind kind, Scope scope) {
        return scope.readable().stream()
                .filter(place -> place.kind().equals(kind))
                .map(Scope.Place::text)
                .toList();
    }

    private String integer(Scope scope, int depth) {
        if (depth == 0 || choice.chance(0.3)) {
            return integerAtom(scope);
        }
        String left = integer(scope, depth - 1);
        String right = integer(scope, depth - 1);
        return switch (choice.between(0, 6)) {
            case 0, 1 -> both(left, "+", right);
            case 2, 3 -> both(left, "-", right);
            case 4 -> choice.of("min", "max") + "(" + left + ", " + right + ")";
            case 5 -> "(-" + left + ")";
            default -> "(" + bit(scope, depth - 1) + " ? " + left + " : " + right + ")";
        };
    }

    private String integerAtom(Scope scope) {
        List<String> integers = new ArrayList<>();
        for (Scope.Place place : scope.readable()) {
            if (place.kind() instanceof Kind.Small) {
                integers.add(place.text());
            }
        }
        if (integers.isEmpty() || choice.chance(0.25)) {
            return choice.chance(0.6) ? "" + choice.between(0, 3) : bitAtom(scope);
        }
        return choice.of(integers);
    }

    private String enumerated(Kind.Enumeration kind, Scope scope, int depth) {
        List<String> atoms = atoms(kind, scope);
        if (depth > 0 && choice.chance(0.3)) {
            return "(" + bit(scope, depth - 1) + " ? " + enumerated(kind, scope, depth - 1) + " : "
                    + enumerated(kind, scope, depth - 1) + ")";
        }
        return atoms.isEmpty() || choice.chance(0.5) ? choice.of(kind.constants()) : choice.of(atoms);
    }

    /** A comparison of indices. */
    private String position(Scope scope) {
        String operator = choice.of("==", "!=", "<", "<=", ">", ">=");
        if (scope.column().isPresent()) {
            String column = scope.column().get().variable();
            List<String> others = new ArrayList<>(List.of("0", "0", "d", "d", "1"));
            scope.row().ifPresent(row -> {
                others.add(row);
                others.add(row);
                others.add(row + " + 1");
            });
            return both(column, operator, choice.of(others));
        }
        return both(scope.row().orElseThrow(), operator, choice.chance(0.97) ? "0" : choice.of("1", "d"));
    }

    private static String both(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }
}
