package dev.pupil.verify.proof;

import dev.pupil.compiler.automaton.Automaton.Head;
import dev.pupil.verify.proof.Inquiry.Complaint;

/** Proves that a pixel adds to the output its lane if it is selected, and 1 or −1 if it has answered. */
final class HeadProof {
    private final Scene scene;
    private final Formulas formulas;
    private final ExactNetwork network;
    private final Inquiry inquiry;

    /**
     * Prepares the proof.
     *
     * @param inquiry where the invariants hold
     */
    HeadProof(Scene scene, Inquiry inquiry) {
        this.scene = scene;
        this.formulas = scene.formulas();
        this.network = scene.construction().network();
        this.inquiry = inquiry;
    }

    /**
     * Proves it.
     *
     * @throws RefutedException if a pixel can add something else
     */
    void prove() throws RefutedException {
        WeightedSum output = new StepSums(scene).output();
        Spread expected = expected();
        inquiry.requireNever(
                -output.equalTo(formulas, expected, network.squareOfOne()),
                found -> Complaint.of("a pixel adds %s to the output where the program gives %s"
                        .formatted(network.text(output.value(found)), expected.value(found))));
    }

    private Spread expected() {
        Head head = scene.construction().automaton().head();
        Spread zero = Spread.constant(0);
        Spread memorised = Spread.choice(formulas, isOne(head.select()), scene.lane(), zero);
        Spread answer = Spread.choice(formulas, isOne(head.answer()), Spread.constant(1), Spread.constant(-1));
        return memorised.combine(
                formulas, Math::addExact, Spread.choice(formulas, isOne(head.answered()), answer, zero));
    }

    private int isOne(String field) {
        return scene.before().field(field, 0, 0).is(1);
    }
}
