package dev.pupil.verify.random;

import dev.pupil.compiler.automaton.*;
import dev.pupil.compiler.check.*;
import dev.pupil.compiler.pass.*;
import dev.pupil.compiler.program.*;
import dev.pupil.compiler.wave.*;
import dev.pupil.grammar.source.*;
import dev.pupil.verify.*;
import java.util.*;

class FuzzMain {
    public static void main(String[] a) throws Exception {
        long from = Long.parseLong(a[0]), to = Long.parseLong(a[1]);
        TreeMap<String, Integer> codes = new TreeMap<>();
        int ok = 0, bad = 0;
        for (long s = from; s < to; s++) {
            String text = ProgramGenerator.program(s);
            Program p;
            Automaton au;
            try {
                p = Checker.check(new Source("p" + s, text));
            } catch (DiagnosticException e) {
                String m = e.diagnostics().getFirst().code() + " CHECK ";
                codes.merge(m, 1, Integer::sum);
                if (codes.get(m) <= 1) System.out.println(text + "\n" + e.getMessage());
                continue;
            } catch (RuntimeException | Error e) {
                System.out.println("CHECKER CRASH " + s + "\n" + text);
                e.printStackTrace(System.out);
                continue;
            }
            long t0 = System.nanoTime();
            try {
                au = AutomatonLowering.lower(WavefrontLowering.lower(p));
            } catch (DiagnosticException e) {
                codes.merge(e.diagnostics().getFirst().code(), 1, Integer::sum);
                continue;
            } catch (RuntimeException | Error e) {
                String m = "CRASH " + e.getClass().getSimpleName() + " "
                        + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] + " " + e.getMessage() : "");
                if (m.length() > 150) m = m.substring(0, 150);
                if (codes.merge(m, 1, Integer::sum) <= 1) {
                    System.out.println("CRASH " + s + "\n" + text);
                    e.printStackTrace(System.out);
                }
                continue;
            }
            long t1 = System.nanoTime();
            if (t1 - t0 > 1_000_000_000L) System.out.println("SLOW lowering " + s + " " + (t1 - t0) / 1_000_000 + "ms");
            ok++;
            CrossCheck c = new CrossCheck(new ReferencePredictor(p), new AutomatonPredictor(au));
            Random r = new Random(s);
            RandomData data = new RandomData(r);
            for (int i = 0; i < 12; i++) {
                Sizes z = i < 4 ? new Sizes(1 + i / 2, 1 + i % 2) : new Sizes(1 + r.nextInt(5), 1 + r.nextInt(5));
                Trial t = new Trial(
                        data.training(z),
                        z.features() <= 3 ? ExhaustiveData.queries(z.features()) : data.unlabelled(z.features(), 6));
                var d = c.run(t).disagreement();
                if (d.isPresent()) {
                    bad++;
                    System.out.println("DISAGREE " + s + " " + d.get());
                    break;
                }
            }
        }
        System.out.println("ok " + ok + " bad " + bad + " of " + (to - from));
        System.out.println(codes);
    }
}

class Show {
    public static void main(String[] a) {
        System.out.println(ProgramGenerator.program(Long.parseLong(a[0])));
    }
}
