package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.size.Bounds;
import dev.pupil.compiler.program.size.Polynomial;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.NameNode;
import dev.pupil.grammar.tree.TypeNode;

/** Turns written types and array sizes into types and affine sizes. */
final class TypeResolver {
    private TypeResolver() {}

    /**
     * The type that is meant; {@link Resolved#UNKNOWN} for {@code int} without bounds.
     *
     * @throws Refusal if there is none
     */
    static Type resolve(TypeNode node, Scope scope) {
        return switch (node) {
            case TypeNode.Bit bit -> Type.BIT;
            case TypeNode.Wide wide -> Resolved.UNKNOWN;
            case TypeNode.Ranged ranged -> ranged(ranged, scope);
            case TypeNode.Enumeration enumeration -> enumeration(enumeration);
            case TypeNode.Named named -> named(named.name(), scope);
        };
    }

    /**
     * The enumeration's type.
     *
     * @throws Refusal if two of its constants have one name
     */
    static Type.Enumeration enumeration(TypeNode.Enumeration node) {
        ImmutableList<String> names =
                node.constants().stream().map(NameNode::text).collect(ImmutableList.toImmutableList());
        for (int i = 0; i < names.size(); i++) {
            if (names.indexOf(names.get(i)) < i) {
                throw Refusal.of(DiagnosticCode.DUPLICATE_NAME.at(
                        node.constants().get(i).span(),
                        Excerpt.quote(names.get(i)) + " is already a constant of this enumeration"));
            }
        }
        return new Type.Enumeration(names);
    }

    private static Type ranged(TypeNode.Ranged node, Scope scope) {
        Affine low = bound(node.low(), scope);
        Affine high = bound(node.high(), scope);
        if (low.isConstant() && high.isConstant()) {
            if (low.constant() > high.constant()) {
                throw empty(node.span(), "this range has no values");
            }
            return new Type.Ranged(low.constant(), high.constant());
        }
        Polynomial smallest = low.asPolynomial();
        Polynomial largest = high.asPolynomial();
        if (!Bounds.atLeast(largest, smallest)) {
            throw empty(node.span(), "this range may have no values");
        }
        return new Type.Wide(smallest, largest);
    }

    private static Refusal empty(Span span, String message) {
        return Refusal.of(
                DiagnosticCode.EMPTY_RANGE.at(span, message, "the smaller bound comes first, and both are included"));
    }

    private static Affine bound(ExpressionNode node, Scope scope) {
        return AffineFolding.required(
                Types.asNumber(ExpressionResolver.in(scope).resolve(node)),
                "a bound of a type must be a sum of numbers and sizes",
                "'int' alone has the bounds that the values need");
    }

    private static Type named(NameNode name, Scope scope) {
        Symbol symbol = scope.get(name);
        if (symbol instanceof Symbol.NamedType type) {
            return type.type();
        }
        throw Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                name.span(), Excerpt.quote(name.text()) + " is " + symbol.description() + ", not a type"));
    }

    /**
     * An array's sizes, outermost first.
     *
     * @throws Refusal if one depends on more than the sizes of the run, or may be negative
     */
    static ImmutableList<Affine> dimensions(ImmutableList<ExpressionNode> nodes, Scope scope) {
        return nodes.stream().map(node -> dimension(node, scope)).collect(ImmutableList.toImmutableList());
    }

    private static Affine dimension(ExpressionNode node, Scope scope) {
        Affine size = AffineFolding.required(
                Types.asNumber(ExpressionResolver.in(scope).resolve(node)),
                "an array's size must be a sum of numbers and sizes",
                "memory must be bounded before any example is seen");
        if (!size.loops().isEmpty()) {
            throw Refusal.of(
                    DiagnosticCode.NOT_AFFINE.at(node.span(), "an array's size must not depend on a loop variable"));
        }
        if (!Bounds.atLeast(size.asPolynomial(), Polynomial.constant(0))) {
            throw Refusal.of(
                    DiagnosticCode.ARRAY_SIZE.at(node.span(), "an array's size must not be negative, and this may be"));
        }
        return size;
    }
}
