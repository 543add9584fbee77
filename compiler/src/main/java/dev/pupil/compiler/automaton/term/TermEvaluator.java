package dev.pupil.compiler.automaton.term;

import dev.pupil.compiler.automaton.term.Term.Binary;
import dev.pupil.compiler.automaton.term.Term.Choice;
import dev.pupil.compiler.automaton.term.Term.Constant;
import dev.pupil.compiler.automaton.term.Term.Lane;
import dev.pupil.compiler.automaton.term.Term.Not;
import dev.pupil.compiler.automaton.term.Term.Read;

/** The plain meaning of terms. */
public final class TermEvaluator {
    private TermEvaluator() {}

    /** What a term can see. */
    public interface Neighbourhood {
        /** The value of a field at a neighbour; its resting value outside the image. */
        int field(String name, Offset at);

        /** The value of the pixel's analog lane, one of −1, 0, 1, 2. */
        int lane();
    }

    /** The value of {@code term} in a neighbourhood. Both branches of a choice are not evaluated, only the chosen one. */
    public static int evaluate(Term term, Neighbourhood neighbourhood) {
        return switch (term) {
            case Constant constant -> constant.value();
            case Read read -> neighbourhood.field(read.name(), read.at());
            case Lane lane -> neighbourhood.lane() == lane.value() ? 1 : 0;
            case Not not -> 1 - evaluate(not.operand(), neighbourhood);
            case Binary binary ->
                Terms.apply(
                        binary.operator(),
                        evaluate(binary.left(), neighbourhood),
                        evaluate(binary.right(), neighbourhood));
            case Choice choice ->
                evaluate(choice.condition(), neighbourhood) == 1
                        ? evaluate(choice.whenTrue(), neighbourhood)
                        : evaluate(choice.whenFalse(), neighbourhood);
        };
    }
}
