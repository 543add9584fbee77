package dev.pupil.verify.trial.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.pupil.compiler.check.Checker;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeProgramGeneratorTest {
    private static final int PROGRAMS = 300;

    @Test
    void aFewHundredProgramsHaveEveryConstructInThemSeveralTimes() {
        Multiset<Construct> found = HashMultiset.create();
        int accepted = 0;
        for (int seed = 1; seed <= PROGRAMS; seed++) {
            try {
                found.addAll(
                        Constructs.of(Checker.check(new Source("random.pupil", FreeProgramGenerator.program(seed)))));
                accepted++;
            } catch (DiagnosticException refused) {
                // Not all of them are programs.
            }
        }

        Multiset<Construct> counted = found;
        assertThat(List.of(Construct.values()))
                .allSatisfy(construct -> assertThat(counted.count(construct)).isGreaterThanOrEqualTo(5));
        assertThat(accepted).isGreaterThan(PROGRAMS / 2);
    }
}
