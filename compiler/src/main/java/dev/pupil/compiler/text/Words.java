package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Excerpt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** Words that stand for the values of an enumeration. */
final class Words {
    private Words() {}

    /** The one of {@code values} that {@code word} stands for. */
    static <E> E read(Token word, E[] values, Function<E, String> keyword) {
        ImmutableList<E> all = ImmutableList.copyOf(values);
        String known = all.stream().map(keyword).collect(Collectors.joining(" or "));
        return all.stream()
                .filter(value -> keyword.apply(value).equals(word.getText()))
                .findFirst()
                .orElseThrow(() -> Fault.at(word, "expected " + known + ", found " + Excerpt.quote(word.getText())));
    }
}
