package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.text.antlr.TermsBaseVisitor;
import dev.pupil.compiler.text.antlr.TermsLexer;
import dev.pupil.compiler.text.antlr.TermsParser.BinaryContext;
import dev.pupil.compiler.text.antlr.TermsParser.CallContext;
import dev.pupil.compiler.text.antlr.TermsParser.ChoiceContext;
import dev.pupil.compiler.text.antlr.TermsParser.ConstantContext;
import dev.pupil.compiler.text.antlr.TermsParser.LaneContext;
import dev.pupil.compiler.text.antlr.TermsParser.NotContext;
import dev.pupil.compiler.text.antlr.TermsParser.ParenthesisedContext;
import dev.pupil.compiler.text.antlr.TermsParser.ReadContext;
import dev.pupil.compiler.text.antlr.TermsParser.TermContext;
import dev.pupil.grammar.source.Excerpt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds the terms that are written, without simplifying anything. */
final class TermReader extends TermsBaseVisitor<Term> {
    /** Deeper terms would be too much for those who walk over them. */
    static final int DEEPEST = 400;

    private int depth;

    private TermReader() {}

    static Term read(TermContext term) {
        return new TermReader().visit(term);
    }

    @Override
    public Term visit(ParseTree term) {
        if (depth == DEEPEST) {
            throw Fault.at((TermContext) term, "this is nested more than " + DEEPEST + " deep");
        }
        depth++;
        Term read = super.visit(term);
        depth--;
        return read;
    }

    @Override
    public Term visitParenthesised(ParenthesisedContext parenthesised) {
        depth--;
        Term inner = visit(parenthesised.term());
        depth++;
        return inner;
    }

    @Override
    public Term visitConstant(ConstantContext constant) {
        return new Term.Constant(integer(constant));
    }

    @Override
    public Term visitRead(ReadContext read) {
        return new Term.Read(
                Quoting.read(read.name()),
                read.OFFSET() == null ? Offset.CENTER : offset(read.OFFSET().getSymbol()));
    }

    private static Offset offset(Token token) {
        return IntStream.range(0, 9)
                .mapToObj(tap -> new Offset(tap / 3 - 1, tap % 3 - 1))
                .filter(offset -> offset.toString().equals(token.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(
                        token, "expected a neighbour such as '@up_left', found " + Excerpt.quote(token.getText())));
    }

    @Override
    public Term visitNot(NotContext not) {
        return new Term.Not(visit(not.term()));
    }

    @Override
    public Term visitCall(CallContext call) {
        return new Term.Binary(operator(call.operator), visit(call.left), visit(call.right));
    }

    @Override
    public Term visitBinary(BinaryContext binary) {
        return binary.left instanceof LaneContext lane
                ? laneTest(lane, binary)
                : new Term.Binary(operator(binary.operator), visit(binary.left), visit(binary.right));
    }

    private static Term laneTest(LaneContext lane, BinaryContext test) {
        if (test.operator.getType() == TermsLexer.EQUAL && test.right instanceof ConstantContext constant) {
            try {
                return new Term.Lane(integer(constant));
            } catch (IllegalArgumentException notAllowed) {
                throw Fault.at(constant, String.valueOf(notAllowed.getMessage()));
            }
        }
        throw loneLane(lane);
    }

    @Override
    public Term visitLane(LaneContext lane) {
        throw loneLane(lane);
    }

    private static Fault loneLane(LaneContext lane) {
        return Fault.at(lane, "the lane can only be compared with a constant, as in 'lane == 1'");
    }

    @Override
    public Term visitChoice(ChoiceContext choice) {
        return new Term.Choice(visit(choice.condition), visit(choice.whenTrue), visit(choice.whenFalse));
    }

    private static int integer(ConstantContext constant) {
        try {
            return Integer.parseInt(constant.getText());
        } catch (NumberFormatException tooLarge) {
            throw Fault.at(constant, "this number is too large; numbers here lie between -2147483648 and 2147483647");
        }
    }

    private static BinaryOperator operator(Token token) {
        return Stream.of(BinaryOperator.values())
                .filter(operator -> operator.symbol().equals(token.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(token, "'" + token.getText() + "' is no operator"));
    }
}
