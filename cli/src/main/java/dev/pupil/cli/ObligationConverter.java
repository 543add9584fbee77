package dev.pupil.cli;

import dev.pupil.verify.report.Obligation;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Finds an obligation by its code, such as {@code V2}. */
final class ObligationConverter implements ITypeConverter<Obligation> {
    @Override
    public Obligation convert(String word) {
        return Arrays.stream(Obligation.values())
                .filter(obligation -> obligation.code().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'%s' is none of V1 to V9".formatted(word)));
    }
}
