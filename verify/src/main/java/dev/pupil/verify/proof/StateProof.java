package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.Field;
import dev.pupil.verify.proof.Codes.Share;
import dev.pupil.verify.proof.Inquiry.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Proves that fields never leave their ranges, and that channels hold them without loss. */
final class StateProof {
    private final Scene scene;
    private final Formulas formulas;
    private final Codes codes;
    private final Inquiry inquiry;

    /**
     * Prepares the proof.
     *
     * @param inquiry where the invariants hold
     */
    StateProof(Scene scene, Inquiry inquiry) {
        this.scene = scene;
        this.formulas = scene.formulas();
        this.codes = scene.construction().codes();
        this.inquiry = inquiry;
    }

    /**
     * Proves both.
     *
     * @throws RefutedException if they are not so
     */
    void prove() throws RefutedException {
        Meaning meaning = new Meaning(formulas, scene.before());
        for (Field field : codes.automaton().fields()) {
            requireRange(field, meaning.of(field.next(), 0, 0));
            for (int bit = 0; bit < codes.encoding(field.name()).bits(); bit++) {
                requireShown(field, bit);
            }
        }
        for (int channel = 1; channel < codes.channels(); channel++) {
            requireOneAtATime(channel);
        }
    }

    private void requireRange(Field field, Spread next) throws RefutedException {
        int outside = formulas.or(next.where().entrySet().stream()
                .filter(value -> value.getKey() < field.low() || value.getKey() > field.high())
                .map(Map.Entry::getValue)
                .toList());
        inquiry.requireNever(
                outside,
                found -> Complaint.of("the rule of '%s' gives %s, which is outside %s..%s"
                                .formatted(field.name(), next.value(found), field.low(), field.high()))
                        .at(field.origin().span()));
    }

    /** Some channel holds the bit whenever it is 1. */
    private void requireShown(Field field, int bit) throws RefutedException {
        List<Integer> shown = new ArrayList<>();
        for (int channel = 1; channel < codes.channels(); channel++) {
            codes.shares(channel).stream()
                    .filter(share -> share.field().equals(field.name()) && share.bit() == bit)
                    .forEach(share -> shown.add(codes.shown(formulas, scene.before(), share, 0, 0)));
        }
        int lost = formulas.and(scene.before().bit(field.name(), bit, 0, 0), -formulas.or(shown));
        inquiry.requireNever(
                lost,
                found -> Complaint.of("bit %s of '%s' is 1 while no channel holds it".formatted(bit, field.name()))
                        .at(field.origin().span()));
    }

    private void requireOneAtATime(int channel) throws RefutedException {
        List<Share> shares = codes.shares(channel);
        for (int i = 0; i < shares.size(); i++) {
            for (int j = i + 1; j < shares.size(); j++) {
                Share one = shares.get(i);
                Share other = shares.get(j);
                int both = formulas.and(
                        codes.shown(formulas, scene.before(), one, 0, 0),
                        codes.shown(formulas, scene.before(), other, 0, 0));
                inquiry.requireNever(
                        both,
                        found -> Complaint.of("channel '%s' holds '%s' and '%s' at once"
                                .formatted(codes.name(channel), one.field(), other.field())));
            }
        }
    }
}
