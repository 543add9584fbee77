package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.program.Expression.BinaryOperator;
import dev.pupil.compiler.text.antlr.StagesBaseVisitor;
import dev.pupil.compiler.text.antlr.StagesLexer;
import dev.pupil.compiler.text.antlr.StagesParser.BinaryContext;
import dev.pupil.compiler.text.antlr.StagesParser.CallContext;
import dev.pupil.compiler.text.antlr.StagesParser.ChoiceContext;
import dev.pupil.compiler.text.antlr.StagesParser.ConstantContext;
import dev.pupil.compiler.text.antlr.StagesParser.LaneContext;
import dev.pupil.compiler.text.antlr.StagesParser.NotContext;
import dev.pupil.compiler.text.antlr.StagesParser.ParenthesisedContext;
import dev.pupil.compiler.text.antlr.StagesParser.ReadContext;
import dev.pupil.compiler.text.antlr.StagesParser.TermContext;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Builds the terms that are written, without simplifying anything. */
final class TermReader extends StagesBaseVisitor<Term> {
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
        return new Term.Constant(Numbers.read(constant.integer()));
    }

    @Override
    public Term visitRead(ReadContext read) {
        return new Term.Read(Quoting.read(read.termName()), Offsets.offset(read.OFFSET()));
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
        if (test.operator.getType() == StagesLexer.EQUAL && test.right instanceof ConstantContext constant) {
            int value = Numbers.read(constant.integer());
            return Fault.check(constant, () -> new Term.Lane(value));
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

    private static BinaryOperator operator(Token token) {
        return Stream.of(BinaryOperator.values())
                .filter(operator -> operator.symbol().equals(token.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(token, "'" + token.getText() + "' is no operator"));
    }
}
