package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.pupil.compiler.check.finding.Refusal;
import dev.pupil.compiler.check.finding.Spelling;
import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.program.Expression.UnaryOperator;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.source.DiagnosticCode;
import dev.pupil.grammar.source.Excerpt;
import dev.pupil.grammar.source.Span;
import dev.pupil.grammar.tree.ExpressionNode;
import dev.pupil.grammar.tree.NameNode;
import java.util.Optional;

/**
 * Gives the names in an expression their meaning and its parts their kind.
 *
 * @param scope the names visible where the expression stands
 * @param clampTo the type that {@code clamp} saturates into here, if there is one
 */
record ExpressionResolver(Scope scope, Optional<Type> clampTo) {
    static final ImmutableSet<String> FUNCTIONS = ImmutableSet.of("min", "max", "clamp");

    static ExpressionResolver in(Scope scope) {
        return new ExpressionResolver(scope, Optional.empty());
    }

    static ExpressionResolver in(Scope scope, Type clampTo) {
        return new ExpressionResolver(
                scope, clampTo.equals(Resolved.UNKNOWN) ? Optional.empty() : Optional.of(clampTo));
    }

    /**
     * Resolves a whole expression.
     *
     * @throws Refusal at the first thing wrong with it
     */
    Expression resolve(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Literal number ->
                AffineFolding.expression(Affine.constant(number.value()), number.span());
            case ExpressionNode.Name name -> name(name.name(), name.span());
            case ExpressionNode.Subscript element -> element(element);
            case ExpressionNode.Property property -> label(property);
            case ExpressionNode.Call call -> call(call);
            case ExpressionNode.Unary unary -> unary(unary);
            case ExpressionNode.Binary binary -> binary(binary);
            case ExpressionNode.Conditional choice -> conditional(choice);
        };
    }

    /** Resolves a condition. */
    Expression resolveBit(ExpressionNode node) {
        return Types.asBit(withoutClamp().resolve(node));
    }

    private ExpressionResolver withoutClamp() {
        return in(scope);
    }

    private Expression name(NameNode name, Span span) {
        return switch (scope.get(name)) {
            case Symbol.Stored stored -> stored(stored.variable(), span);
            case Symbol.Value value -> at(span, value.value());
            case Symbol.Size size -> AffineFolding.expression(size.value(), span);
            case Symbol.Constant constant -> new Expression.Constant(constant.value(), constant.type(), span);
            case Symbol.NamedType type -> throw notAValue(name, type);
            case Symbol.Procedure procedure -> throw notAValue(name, procedure);
            case Symbol.Broken broken -> throw Refusal.reportedAlready();
        };
    }

    private static Expression stored(Variable variable, Span span) {
        if (variable.isArray()) {
            String example = variable.kind() == Variable.Kind.EXAMPLE
                    ? "'%1$s[0]' is the first feature, '%1$s.label' the label".formatted(variable.name())
                    : "select an element: '" + variable.name() + "[0]'";
            throw Refusal.of(DiagnosticCode.INDEX_COUNT.at(
                    span, Excerpt.quote(variable.name()) + " is an array and has no value as a whole", example));
        }
        return variable.kind() == Variable.Kind.LOOP
                ? AffineFolding.expression(Affine.of(variable), span)
                : new Expression.Read(variable, span);
    }

    /** A parameter's value where the parameter is used. */
    private static Expression at(Span span, Expression value) {
        return switch (value) {
            case Expression.Constant constant -> new Expression.Constant(constant.value(), constant.type(), span);
            case Expression.Index index -> new Expression.Index(index.value(), index.type(), span);
            case Expression.Read read -> new Expression.Read(read.variable(), span);
            default -> throw new IllegalStateException("not a parameter's value: " + value);
        };
    }

    private static Refusal notAValue(NameNode name, Symbol symbol) {
        return Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                name.span(), Excerpt.quote(name.text()) + " is " + symbol.description() + ", not a value"));
    }

    private Expression element(ExpressionNode.Subscript node) {
        Variable array = variable(node.array());
        if (array.dimensions().size() != node.indices().size()) {
            String needed =
                    array.isArray() ? "has " + count(array.dimensions().size(), "dimension") : "is not an array";
            throw Refusal.of(DiagnosticCode.INDEX_COUNT.at(
                    node.span(),
                    "%s %s, and %s given"
                            .formatted(
                                    Excerpt.quote(array.name()),
                                    needed,
                                    node.indices().size() == 1
                                            ? "1 index is"
                                            : node.indices().size() + " indices are")));
        }
        ImmutableList<Expression> indices = node.indices().stream()
                .map(index -> Types.asNumber(withoutClamp().resolve(index)))
                .collect(ImmutableList.toImmutableList());
        return new Expression.Element(array, indices, node.span());
    }

    private Variable variable(NameNode name) {
        Symbol symbol = scope.get(name);
        if (symbol instanceof Symbol.Stored stored) {
            return stored.variable();
        }
        throw Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                name.span(), Excerpt.quote(name.text()) + " is " + symbol.description() + ", not an array"));
    }

    private Expression label(ExpressionNode.Property node) {
        Variable owner = variable(node.owner());
        if (owner.kind() != Variable.Kind.EXAMPLE) {
            throw Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                    node.span(), "only an example has a label, and " + Excerpt.quote(owner.name()) + " is none"));
        }
        if (!node.property().text().equals("label")) {
            throw Refusal.of(DiagnosticCode.UNKNOWN_NAME.at(
                    node.property().span(),
                    "an example has no " + Excerpt.quote(node.property().text()),
                    "it has '.label', and its features are its elements"));
        }
        return new Expression.Element(
                owner, ImmutableList.of(AffineFolding.expression(Affine.ofFeatures(), node.span())), node.span());
    }

    private Expression call(ExpressionNode.Call node) {
        String function = node.function().text();
        if (!FUNCTIONS.contains(function)) {
            throw unknownFunction(node.function());
        }
        int needed = function.equals("clamp") ? 1 : 2;
        if (node.arguments().size() != needed) {
            throw Refusal.of(DiagnosticCode.ARGUMENT_COUNT.at(
                    node.span(),
                    "'%s' takes %s, and %s given"
                            .formatted(
                                    function,
                                    count(needed, "argument"),
                                    node.arguments().size() == 1
                                            ? "1 is"
                                            : node.arguments().size() + " are")));
        }
        return function.equals("clamp") ? clamp(node) : extremum(node);
    }

    private Refusal unknownFunction(NameNode name) {
        Optional<Symbol> symbol = scope.lookUp(name.text());
        if (symbol.isPresent()) {
            return Refusal.of(DiagnosticCode.WRONG_KIND_OF_NAME.at(
                    name.span(),
                    Excerpt.quote(name.text()) + " is " + symbol.get().description() + " and gives no value"));
        }
        String message = "there is no function " + Excerpt.quote(name.text());
        String help = Spelling.nearest(name.text(), FUNCTIONS)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("there are 'min', 'max' and 'clamp'");
        return Refusal.of(DiagnosticCode.UNKNOWN_NAME.at(name.span(), message, help));
    }

    private Expression clamp(ExpressionNode.Call node) {
        Type target = clampTo.orElseThrow(() -> Refusal.of(DiagnosticCode.CLAMP_WITHOUT_RANGE.at(
                node.span(),
                "nothing here says which range to clamp to",
                "assign it to a variable with bounds, such as 'int -8..7'")));
        Expression operand = Types.asNumber(resolve(node.arguments().getFirst()));
        if (!Types.isNumeric(target)) {
            throw Refusal.of(DiagnosticCode.TYPE_MISMATCH.at(
                    node.span(), Types.describe(target) + " is needed here, and this is a number"));
        }
        return new Expression.Clamp(operand, target, node.span());
    }

    private Expression extremum(ExpressionNode.Call node) {
        Expression left = Types.asNumber(resolve(node.arguments().get(0)));
        Expression right = Types.asNumber(resolve(node.arguments().get(1)));
        boolean minimum = node.function().text().equals("min");
        if (left instanceof Expression.Constant a && right instanceof Expression.Constant b) {
            int value = minimum ? Math.min(a.value(), b.value()) : Math.max(a.value(), b.value());
            return AffineFolding.expression(Affine.constant(value), node.span());
        }
        return new Expression.Binary(
                minimum ? BinaryOperator.MINIMUM : BinaryOperator.MAXIMUM, left, right, Resolved.UNKNOWN, node.span());
    }

    private Expression unary(ExpressionNode.Unary node) {
        return switch (node.operator()) {
            case NOT -> new Expression.Unary(UnaryOperator.NOT, resolveBit(node.operand()), Type.BIT, node.span());
            case NEGATE -> {
                Expression operand = Types.asNumber(resolve(node.operand()));
                yield AffineFolding.affine(operand)
                        .map(affine -> AffineFolding.sum(Affine.constant(0), -1, affine, node.span()))
                        .orElseGet(() ->
                                new Expression.Unary(UnaryOperator.NEGATE, operand, Resolved.UNKNOWN, node.span()));
            }
        };
    }

    private Expression binary(ExpressionNode.Binary node) {
        ExpressionNode left = node.left();
        ExpressionNode right = node.right();
        Span span = node.span();
        return switch (node.operator()) {
            case AND -> logical(BinaryOperator.AND, resolve(left), resolve(right), span);
            case OR -> logical(BinaryOperator.OR, resolve(left), resolve(right), span);
            case XOR -> logical(BinaryOperator.XOR, resolve(left), resolve(right), span);
            case EQUAL -> comparison(BinaryOperator.EQUAL, node);
            case NOT_EQUAL -> comparison(BinaryOperator.NOT_EQUAL, node);
            case LESS -> comparison(BinaryOperator.LESS, node);
            case LESS_OR_EQUAL -> comparison(BinaryOperator.LESS_OR_EQUAL, node);
            case GREATER -> comparison(BinaryOperator.GREATER, node);
            case GREATER_OR_EQUAL -> comparison(BinaryOperator.GREATER_OR_EQUAL, node);
            case ADD -> arithmetic(BinaryOperator.ADD, resolve(left), resolve(right), span);
            case SUBTRACT -> arithmetic(BinaryOperator.SUBTRACT, resolve(left), resolve(right), span);
            case MULTIPLY -> product(resolve(left), resolve(right), span);
        };
    }

    /** A compound assignment's value: {@code current OPERATOR operand}. */
    static Expression combine(
            ExpressionNode.BinaryOperator operator, Expression current, Expression operand, Span span) {
        return switch (operator) {
            case AND -> logical(BinaryOperator.AND, current, operand, span);
            case OR -> logical(BinaryOperator.OR, current, operand, span);
            case XOR -> logical(BinaryOperator.XOR, current, operand, span);
            case ADD -> arithmetic(BinaryOperator.ADD, current, operand, span);
            case SUBTRACT -> arithmetic(BinaryOperator.SUBTRACT, current, operand, span);
            default -> throw new IllegalStateException("no assignment with " + operator);
        };
    }

    private static Expression logical(BinaryOperator operator, Expression left, Expression right, Span span) {
        return new Expression.Binary(operator, Types.asBit(left), Types.asBit(right), Type.BIT, span);
    }

    private static Expression arithmetic(BinaryOperator operator, Expression left, Expression right, Span span) {
        Types.asNumber(left);
        Types.asNumber(right);
        Optional<Affine> leftAffine = AffineFolding.affine(left);
        Optional<Affine> rightAffine = AffineFolding.affine(right);
        if (leftAffine.isPresent() && rightAffine.isPresent()) {
            int factor = operator == BinaryOperator.ADD ? 1 : -1;
            return AffineFolding.sum(leftAffine.get(), factor, rightAffine.get(), span);
        }
        return new Expression.Binary(operator, left, right, Resolved.UNKNOWN, span);
    }

    private static Expression product(Expression left, Expression right, Span span) {
        Optional<Affine> leftAffine = AffineFolding.affine(Types.asNumber(left));
        Optional<Affine> rightAffine = AffineFolding.affine(Types.asNumber(right));
        if (leftAffine.isPresent() && rightAffine.isPresent()) {
            Affine zero = Affine.constant(0);
            if (leftAffine.get().isConstant()) {
                return AffineFolding.sum(zero, leftAffine.get().constant(), rightAffine.get(), span);
            }
            if (rightAffine.get().isConstant()) {
                return AffineFolding.sum(zero, rightAffine.get().constant(), leftAffine.get(), span);
            }
        }
        throw Refusal.of(DiagnosticCode.PRODUCT.at(
                span,
                "only a number times a size or a loop variable can be multiplied",
                "add repeatedly: 'x + x' is twice x"));
    }

    private Expression comparison(BinaryOperator operator, ExpressionNode.Binary node) {
        Expression left = withoutClamp().resolve(node.left());
        Expression right = withoutClamp().resolve(node.right());
        boolean equality = operator == BinaryOperator.EQUAL || operator == BinaryOperator.NOT_EQUAL;
        if (equality && left.type() instanceof Type.Enumeration) {
            Types.asValueOf(left.type(), right);
        } else {
            Types.asNumber(left);
            Types.asNumber(right);
        }
        return new Expression.Binary(operator, left, right, Type.BIT, node.span());
    }

    private Expression conditional(ExpressionNode.Conditional node) {
        Expression condition = resolveBit(node.condition());
        Expression whenTrue = resolve(node.whenTrue());
        Expression whenFalse = Types.asValueOf(
                Types.isNumeric(whenTrue.type()) ? Resolved.UNKNOWN : whenTrue.type(), resolve(node.whenFalse()));
        if (isBitLike(whenTrue) && isBitLike(whenFalse)) {
            return new Expression.Conditional(
                    condition, Types.asBit(whenTrue), Types.asBit(whenFalse), Type.BIT, node.span());
        }
        Type type = Types.isNumeric(whenTrue.type()) ? Resolved.UNKNOWN : whenTrue.type();
        return new Expression.Conditional(condition, whenTrue, whenFalse, type, node.span());
    }

    private static boolean isBitLike(Expression expression) {
        return Types.isBit(expression.type()) || Types.isBitConstant(expression);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
