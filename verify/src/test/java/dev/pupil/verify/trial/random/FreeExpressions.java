package dev.pupil.verify.trial.random;

import dev.pupil.verify.trial.random.Environment.Place;
import dev.pupil.verify.trial.random.Environment.Variable.Nature;
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
            case Nature.Cursor cursor ->
                choice.chance(0.4)
                        ? choice.of(environment.indices(cursor.extent()))
                        : "clamp(" + wide(environment, depth - 1) + ")";
            case Nature.Finite finite ->
                switch (finite.kind()) {
                    case Kind.Bit bit -> bit(environment, depth);
                    case Kind.Small small ->
                        choice.chance(0.2)
                                ? "" + choice.between(small.low(), small.high())
                                : "clamp(" + integer(environment, depth) + ")";
                    case Kind.Enumeration enumeration -> enumerated(enumeration, environment, depth);
                };
        };
    }

    /** A bit, of conditions too. */
    String bit(Environment environment, int depth) {
        if (depth <= 0 || choice.chance(0.25)) {
            return atom(environment, FreeExpressions::isBit, choice.of("0", "1"));
        }
        return switch (choice.between(0, 9)) {
            case 0 -> "!" + bit(environment, depth - 1);
            case 1 -> both(bit(environment, depth - 1), "&", bit(environment, depth - 1));
            case 2 -> both(bit(environment, depth - 1), "|", bit(environment, depth - 1));
            case 3 -> both(bit(environment, depth - 1), "^", bit(environment, depth - 1));
            case 4 -> both(bit(environment, depth - 1), choice.of("==", "!="), bit(environment, depth - 1));
            case 5 ->
                "(" + bit(environment, depth - 1) + " ? " + bit(environment, depth - 1) + " : "
                        + bit(environment, depth - 1) + ")";
            case 6, 7 -> both(wide(environment, depth - 1), comparison(), wide(environment, depth - 1));
            default -> both(integer(environment, depth - 1), comparison(), integer(environment, depth - 1));
        };
    }

    private String comparison() {
        return choice.of("<", "<=", ">", ">=", "==", "!=");
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
        return choice.of(sizes);
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
        return choice.chance(0.5)
                ? constant
                : atom(environment, nature -> nature.equals(new Nature.Finite(kind)), constant);
    }

    private String atom(Environment environment, Predicate<Nature> isWanted, String otherwise) {
        List<String> places = environment.readable(choice).stream()
                .filter(place -> isWanted.test(place.variable().nature()))
                .map(Place::text)
                .toList();
        return places.isEmpty() ? otherwise : choice.of(places);
    }

    private static boolean isBit(Nature nature) {
        return nature.equals(new Nature.Finite(new Kind.Bit()));
    }

    private static boolean isSmall(Nature nature) {
        return isBit(nature) || (nature instanceof Nature.Finite finite && finite.kind() instanceof Kind.Small);
    }

    private static boolean isNumber(Nature nature) {
        return isSmall(nature) || nature instanceof Nature.Wide || nature instanceof Nature.Cursor;
    }

    private static String both(String left, String operator, String right) {
        return "(" + left + " " + operator + " " + right + ")";
    }
}
