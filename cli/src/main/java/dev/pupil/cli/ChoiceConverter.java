package dev.pupil.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds the value of an option that is one of some words, each what a value's {@code toString} gives. */
final class ChoiceConverter<T> implements ITypeConverter<T> {
    private final ImmutableMap<String, T> values;

    @SafeVarargs
    ChoiceConverter(T... values) {
        this.values = Maps.uniqueIndex(Arrays.asList(values), Object::toString);
    }

    @Override
    public T convert(String word) {
        return Optional.ofNullable(values.get(word))
                .orElseThrow(() ->
                        new TypeConversionException("'" + word + "' is none of " + String.join(", ", values.keySet())));
    }
}
