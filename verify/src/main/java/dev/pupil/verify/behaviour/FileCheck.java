package dev.pupil.verify.behaviour;

import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.filter.Part;
import dev.pupil.compiler.weights.WeightFile;
import dev.pupil.grammar.source.Source;
import dev.pupil.verify.report.Conclusion;
import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.report.Strength;
import dev.pupil.verify.report.Verdict;
import dev.pupil.verify.subject.Opened;
import dev.pupil.verify.subject.Settings;
import dev.pupil.verify.subject.Subject;
import dev.pupil.verify.subject.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * V1: the file agrees with itself and with its program. Its tensors have the shapes and the number format that it says
 * and needs, the program in it is the one of its hash, compiles, and is the user's; and every label says of channels,
 * fields, hidden units, image size and depth what the automaton does that the program is lowered to afresh. A trained
 * file's memory holds what SGD leaves there.
 */
public final class FileCheck {
    private static final ImmutableList<FilePart> PARTS = ImmutableList.of(
            new GeometryLabels(), new RoleLabels(), new FieldLabels(), new UnitLabels(), new MemoryRows());

    private final Optional<Source> claimed;

    /**
     * A check.
     *
     * @param claimed the program that the file should have been compiled from, if the user names one
     */
    public FileCheck(Optional<Source> claimed) {
        this.claimed = claimed;
    }

    /** Checks a file, as verifiers do. Settings make no difference. */
    public static Conclusion check(Target target, Opened opened, Settings settings) {
        return new FileCheck(target.claimed()).check(opened);
    }

    /** Checks a file that was opened. */
    public Conclusion check(Opened opened) {
        return switch (opened) {
            case Opened.Readable readable -> check(readable.subject());
            case Opened.Unreadable unreadable -> Conclusion.refuted(unreadable.reason());
        };
    }

    /** Checks what the file says; that it could be read says the rest. */
    public Conclusion check(Subject subject) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(shapes(subject.file()));
        Optional<Counterexample> fault =
                claimed.flatMap(source -> Texts.difference(subject.file().source(), source));
        if (fault.isEmpty()) {
            evidence.add(program());
        }
        for (FilePart part : PARTS) {
            if (fault.isEmpty()) {
                fault = part.fault(subject);
                if (fault.isEmpty()) {
                    evidence.add(part.evidence(subject));
                }
            }
        }
        return new Conclusion(
                ImmutableList.copyOf(evidence),
                fault.<Verdict>map(Verdict.Refuted::new).orElseGet(Verdict.Holds::new));
    }

    private static Evidence shapes(WeightFile file) {
        return new Evidence(
                Strength.CHECKED,
                "the tensors' names, shapes, and format: %s, the smallest that holds all numbers"
                        .formatted(file.dtype()),
                Part.values().length + (file.memory().isPresent() ? 1 : 0),
                "tensors");
    }

    private Evidence program() {
        return new Evidence(
                Strength.CHECKED,
                "the program compiles and has the SHA-256 that the file says"
                        + claimed.map(source -> ", and is that of " + source.name())
                                .orElse(""),
                1,
                "programs");
    }
}
