package dev.pupil.compiler.text;

import dev.pupil.compiler.term.Offset;
import dev.pupil.compiler.text.antlr.StagesParser.NeighbourContext;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/** Something at a pixel of the neighbourhood, such as {@code inside@up_left}. */
final class Neighbours {
    private Neighbours() {}

    static String text(String name, Offset at) {
        return Quoting.name(name) + at;
    }

    static String name(NeighbourContext neighbour) {
        return Quoting.read(neighbour.name());
    }

    static Offset offset(NeighbourContext neighbour) {
        return Optional.ofNullable(neighbour.OFFSET())
                .map(node -> offset(node.getSymbol()))
                .orElse(Offset.CENTER);
    }

    private static Offset offset(Token token) {
        return IntStream.range(0, 9)
                .mapToObj(tap -> new Offset(tap / 3 - 1, tap % 3 - 1))
                .filter(offset -> offset.toString().equals(token.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(
                        token,
                        "'%s' is no neighbour; these are, among others: @up, @down_left".formatted(token.getText())));
    }
}
