package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import dev.pupil.verify.proof.Codes.Share;
import dev.pupil.verify.proof.ExactNetwork.Summand;
import dev.pupil.verify.proof.Inquiry.Complaint;
import java.util.Optional;

/** Proves that what the weights make of a neighbourhood are the channels of what the rules make of it. */
final class ChannelProof {
    private final Scene scene;
    private final Formulas formulas;
    private final Codes codes;
    private final ExactNetwork network;
    private final StepSums sums;
    private final Inquiry inquiry;

    /**
     * Prepares the proof.
     *
     * @param inquiry where the invariants hold
     */
    ChannelProof(Scene scene, Inquiry inquiry) {
        this.scene = scene;
        this.formulas = scene.formulas();
        this.codes = scene.construction().codes();
        this.network = scene.construction().network();
        this.sums = new StepSums(scene);
        this.inquiry = inquiry;
    }

    /**
     * Proves it, one channel after the other.
     *
     * @throws RefutedException if a channel can become something else
     */
    void prove() throws RefutedException {
        proveLane();
        for (int channel = 1; channel < codes.channels(); channel++) {
            proveBit(channel);
        }
    }

    private void proveLane() throws RefutedException {
        WeightedSum next = sums.next(0);
        Spread lane = scene.lane();
        inquiry.requireNever(
                -next.equalTo(formulas, lane, network.squareOfOne()),
                found -> complaint(0, found, "the lane holds " + lane.value(found)));
    }

    private void proveBit(int channel) throws RefutedException {
        WeightedSum next = sums.next(channel);
        int bit = codes.channel(formulas, scene.after(), channel, 0, 0);
        inquiry.requireNever(-next.equalTo(formulas, Spread.bit(bit), network.squareOfOne()), found -> {
            Optional<Share> share = share(channel, found);
            String rule = share.map(held -> "the rule of '%s'".formatted(held.field()))
                    .orElse("the program");
            return complaint(channel, found, "%s gives %s".formatted(rule, found.isTrue(bit) ? 1 : 0))
                    .at(share.flatMap(held ->
                            codes.automaton().field(held.field()).origin().span()));
        });
    }

    /** What the channel holds after the step: the field bit that is 1, else one whose time it is. */
    private Optional<Share> share(int channel, Assignment found) {
        return codes.shares(channel).stream()
                .filter(share -> found.isTrue(codes.shown(formulas, scene.after(), share, 0, 0)))
                .findFirst()
                .or(() -> codes.shares(channel).stream()
                        .filter(share -> found.isTrue(codes.time(formulas, scene.after(), share, 0, 0)))
                        .findFirst());
    }

    private Complaint complaint(int channel, Assignment found, String expectation) {
        String becomes = network.text(sums.next(channel).value(found));
        ImmutableList<String> units = network.mixes().get(channel).summands().stream()
                .filter(summand -> effect(summand, found) != 0)
                .sorted((one, other) -> Long.compare(Math.abs(effect(other, found)), Math.abs(effect(one, found))))
                .map(summand -> "%s adds %s"
                        .formatted(scene.construction().unitName(summand.unit()), network.text(effect(summand, found))))
                .collect(ImmutableList.toImmutableList());
        return new Complaint(
                "the weights make channel '%s' %s where %s".formatted(codes.name(channel), becomes, expectation),
                units,
                Optional.empty());
    }

    private long effect(Summand summand, Assignment found) {
        long sum = sums.sum(network.units().get(summand.unit())).value(found);
        return summand.weight() * Math.max(0, sum);
    }
}
