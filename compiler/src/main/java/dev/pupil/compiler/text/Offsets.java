package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Offset;
import dev.pupil.grammar.source.Excerpt;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** The pixels of the neighbourhood, such as {@code @up_left}. */
final class Offsets {
    private Offsets() {}

    /** The offset that a node gives, if there is one; else the pixel itself. */
    static Offset offset(@Nullable TerminalNode node) {
        return node == null ? Offset.CENTER : offset(node.getSymbol());
    }

    private static Offset offset(Token token) {
        return IntStream.range(0, 9)
                .mapToObj(tap -> new Offset(tap / 3 - 1, tap % 3 - 1))
                .filter(offset -> offset.toString().equals(token.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(
                        token, "expected a neighbour such as '@up_left', found " + Excerpt.quote(token.getText())));
    }
}
