package dev.pupil.examples.opponent;

import com.google.common.collect.ImmutableList;
import dev.pupil.runtime.data.DataSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel.Backend;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.L1Distance;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * The nearest neighbours of Oracle's Tribuo, of which one is asked for. Features being −1 and +1, the sum of absolute
 * differences is twice the Hamming distance; its search by brute force keeps the first of several that are as near.
 */
public final class LibraryNearest implements Opponent {
    private static final Label UNKNOWN = LabelFactory.UNKNOWN_LABEL;

    @Override
    public Predicate<BitSet> learn(DataSet examples) {
        Model<Label> model = trained(examples);
        return query -> label(model, examples.features(), query);
    }

    private static Model<Label> trained(DataSet examples) {
        List<Example<Label>> seen = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Label label = new Label(examples.label(i) ? "1" : "0");
            seen.add(new ArrayExample<>(label, features(examples.features(), examples.row(i))));
        }
        LabelFactory labels = new LabelFactory();
        return new KNNTrainer<>(
                        1,
                        new L1Distance(),
                        1,
                        new VotingCombiner(),
                        Backend.THREADPOOL,
                        NeighboursQueryFactoryType.BRUTE_FORCE)
                .train(new MutableDataset<>(seen, new SimpleDataSourceProvenance("examples", labels), labels));
    }

    private static boolean label(Model<Label> model, int features, BitSet query) {
        Example<Label> example = new ArrayExample<>(UNKNOWN, features(features, query));
        String label =
                model.predict(ImmutableList.of(example)).getFirst().getOutput().getLabel();
        return "1".equals(label);
    }

    private static List<Feature> features(int features, BitSet row) {
        return IntStream.range(0, features)
                .mapToObj(j -> new Feature("x" + j, Opponent.sign(row.get(j))))
                .toList();
    }
}
