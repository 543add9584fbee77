package dev.pupil.verify.random;

import dev.pupil.compiler.automaton.*;
import dev.pupil.compiler.check.*;
import dev.pupil.compiler.pass.*;
import dev.pupil.compiler.program.*;
import dev.pupil.compiler.wave.*;
import dev.pupil.grammar.source.*;
import dev.pupil.verify.*;
import java.util.*;
import java.util.stream.*;

class FuzzShrink {
    static Optional<Disagreement> failure(String text) {
        try {
            Program p = Checker.check(new Source("p", text));
            Automaton au = AutomatonLowering.lower(WavefrontLowering.lower(p));
            CrossCheck c = new CrossCheck(new ReferencePredictor(p), new AutomatonPredictor(au));
            for (int[] z : new int[][] {{1, 1}, {2, 1}, {1, 2}, {2, 2}, {3, 1}}) {
                var s = new Sizes(z[0], z[1]);
                var r = c.run(ExhaustiveData.trials(s));
                if (r.disagreement().isPresent()) return r.disagreement();
            }
            RandomData data = new RandomData(new SplittableRandom(1));
            for (int i = 0; i < 10; i++) {
                var r = c.run(data.trials(new Sizes(1 + i / 2, 5 - i / 2), 5).limit(4));
                if (r.disagreement().isPresent()) return r.disagreement();
            }
            return Optional.empty();
        } catch (DiagnosticException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    public static void main(String[] a) {
        for (String s : a) {
            String t = ProgramGenerator.program(Long.parseLong(s));
            if (failure(t).isEmpty()) {
                System.out.println("seed " + s + " not reproduced");
                continue;
            }
            String u = new ProgramShrinker(x -> failure(x).isPresent()).shrink(t);
            System.out.println("=== seed " + s + "\n" + u + failure(u).get());
        }
    }
}
