package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Random expressions over everything that is visible. Compound ones stand in parentheses. */
final class FreeExpressions {
    private final Choice choice;

    FreeExpressions(Choice choice) {
        this.choice = choice;
    }

    /** A value for a variable. */
    String value(Nature nature, Environment environment, int depth) {
        return switch (nature) {
            case Nature.Wide wide -> wide(environment, depth);
            case Nature.Bounded bounded -> "clamp(" + wide(environment, depth) + ")";
            case Nature.Cursor cursor ->
                choice.chance(0.4)
                        ? choice.of(environment.indices(cursor.extent()))
                        : "clamp(" + wide(environment, depth - 1) + ")";
            case Nature.Finite finite ->
                switch (finite.kind()) {
                    case Kind.Bit bit -> bit(environment, depth);
                    case Kind.Small small -> small(small, environment, depth);
                    case Kind.Enumeration enumeration -> enumerated(enumeration, environment, depth);
                };
        };
    }

    private String small(Kind.Small small, Environment environment, int depth) {
        if (choice.chance(0.2)) {
            return "" + choice.between(small.low(), small.high());
        }
        return "clamp(" + (choice.chance(0.8) ? integer(environment, depth) : wide(environment, depth)) + ")";
    }

    /** A bit, of conditions too. */
    String bit(Environment environment, int depth) {
        if (depth <= 0 || choice.chance(0.25)) {
            return atom(environment, Nature.BIT::equals, choice.of("0", "1"));
        }
        return switch (choice.between(0, 10)) {
            case 0 -> "!" + bit(environment, depth - 1);
            case 1 -> both(bit(environment, depth - 1), "&", bit(environment, depth - 1));
            case 2 -> both(bit(environment, depth - 1), "|", bit(environment, depth - 1));
            case 3 -> both(bit(environment, depth - 1), "^", bit(environment, depth - 1));
            case 4 -> both(bit(environment, depth - 1), choice.of("==", "!="), bit(environment, depth - 1));
            case 5 ->
                "(" + bit(environment, depth - 1) + " ? " + bit(environment, depth - 1) + " : "
                        + bit(environment, depth - 1) + ")";
            case 6, 7 -> both(wide(environment, depth - 1), comparison(), wide(environment, depth - 1));
            case 8 -> enumerations(environment, depth);
            default -> both(integer(environment, depth - 1), comparison(), integer(environment, depth - 1));
        };
    }

    private String comparison() {
        return choice.of("<", "<=", ">", ">=", "==", "!=");
    }

    /** Whether two values of an enumeration are the same. */
    private String enumerations(Environment environment, int depth) {
        List<Kind.Enumeration> kinds = environment.variables().stream()
                .map(Environment.Variable::nature)
                .filter(nature -> nature instanceof Nature.Finite)
                .map(nature -> ((Nature.Finite) nature).kind())
                .filter(kind -> kind instanceof Kind.Enumeration)
                .map(kind -> (Kind.Enumeration) kind)
                .toList();
        if (kinds.isEmpty()) {
            return bit(environment, depth - 1);
        }
        Kind.Enumeration kind = choice.of(kinds);
        String variable = atom(environment, new Nature.Finite(kind)::equals, choice.of(kind.constants()));
        return both(variable, choice.of("==", "!="), enumerated(kind, environment, depth - 1));
    }

    /** A number whose range is constant. */
    String integer(Environment environment, int depth) {
        if (depth <= 0 || choice.chance(0.3)) {
            return choice.chance(0.2)
                    ? "" + choice.between(0, 3)
                    : atom(environment, FreeExpressions::isSmall, "" + choice.between(0, 3));
        }
        return combined(integer(environment, depth - 1), integer(environment, depth - 1), environment, depth);
    }

    /** A number whose range grows with the sizes, or not. */
    String wide(Environment environment, int depth) {
        if (depth <= 0 || choice.chance(0.3)) {
            return choice.chance(0.6)
                    ? atom(environment, FreeExpressions::isNumber, size(environment))
                    : choice.chance(0.5) ? size(environment) : "" + choice.between(0, 9);
        }
        return combined(wide(environment, depth - 1), wide(environment, depth - 1), environment, depth);
    }

    private String size(Environment environment) {
        List<String> sizes = new ArrayList<>(List.of("d"));
        environment.indices().forEach(index -> sizes.add(index.text()));
        if (environment.hasExamples()) {
            sizes.add("m");
        }
        String size = choice.of(sizes);
        return choice.chance(0.2) ? "(" + choice.between(2, 3) + " * " + size + ")" : size;
    }

    private String combined(String left, String right, Environment environment, int depth) {
        return switch (choice.between(0, 6)) {
            case 0, 1 -> both(left, "+", right);
            case 2, 3 -> both(left, "-", right);
            case 4 -> choice.of("min", "max") + "(" + left + ", " + right + ")";
            case 5 -> "(-" + left + ")";
            default -> "(" + bit(environment, depth - 1) + " ? " + left + " : " + right + ")";
        };
    }

    private String enumerated(Kind.Enumeration kind, Environment environment, int depth) {
        if (depth > 0 && choice.chance(0.3)) {
            return "(" + bit(environment, depth - 1) + " ? " + enumerated(kind, environment, depth - 1) + " : "
                    + enumerated(kind, environment, depth - 1) + ")";
        }
        String constant = choice.of(kind.constants());
        return choice.chance(0.5) ? constant : atom(environment, new Nature.Finite(kind)::equals, constant);
    }

    private String atom(Environment environment, Predicate<Nature> isWanted, String otherwise) {
        List<String> places = environment.readable(choice).stream()
                .filter(place -> isWanted.test(place.variable().nature()))
                .map(Place::text)
                .toList();
        return places.isEmpty() ? otherwise : choice.of(places);
    }

    private static boolean isSmall(Nature nature) {
        return nature instanceof Nature.Finite finite && !(finite.kind() instanceof Kind.Enumeration);
    }

    private static boolean isNumber(Nature nature) {
        return isSmall(nature) || !(nature instanceof Nature.Finite);
    }

    private static String both(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }
}
