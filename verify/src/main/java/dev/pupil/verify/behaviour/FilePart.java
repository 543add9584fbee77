package dev.pupil.verify.behaviour;

import dev.pupil.verify.report.Counterexample;
import dev.pupil.verify.report.Evidence;
import dev.pupil.verify.subject.Subject;
import java.util.Optional;

/** One kind of thing that a weight file says, to be compared with what its program says. */
interface FilePart {
    /** What the file says wrongly, if it does. */
    Optional<Counterexample> fault(Subject subject);

    /** What has been established where there is no fault. */
    Evidence evidence(Subject subject);
}
