package dev.pupil.examples.opponent;

import dev.pupil.runtime.data.DataSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.AbstractDataIndexer;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * The perceptron of Apache OpenNLP: one iteration over the examples in their order, step size 1, without averaging. It has
 * a weight for each pair of a feature and a label, and those of the two labels are opposites of each other.
 *
 * <p>Its weights do not saturate. So it is the same learner as the program as long as no weight gets out of −8 to 7: on up
 * to seven examples, for sure.
 */
public final class LibraryPerceptron implements Opponent {

    @Override
    public Predicate<BitSet> learn(DataSet examples) throws IOException {
        int features = examples.features();
        MaxentModel model = new PerceptronTrainer().trainModel(1, indexed(events(examples)), 0, false);
        return query -> "1".equals(model.getBestOutcome(model.eval(names(features), values(features, query))));
    }

    /**
     * The examples, and before them one that has label 1 and nothing but zeros. It changes no weight, but makes label 1 the
     * first of the labels, which is the one that a tie goes to.
     */
    private static List<Event> events(DataSet examples) {
        String[] names = names(examples.features());
        List<Event> events = new ArrayList<>();
        events.add(new Event("1", names, new float[names.length]));
        for (int i = 0; i < examples.size(); i++) {
            String label = examples.label(i) ? "1" : "0";
            events.add(new Event(label, names, values(examples.features(), examples.row(i))));
        }
        return events;
    }

    private static DataIndexer indexed(List<Event> events) throws IOException {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
        parameters.put(AbstractDataIndexer.SORT_PARAM, false);
        DataIndexer indexer = new OnePassRealValueDataIndexer();
        indexer.init(parameters, new HashMap<>());
        indexer.index(ObjectStreamUtils.createObjectStream(events));
        return indexer;
    }

    private static String[] names(int features) {
        return IntStream.range(0, features).mapToObj(j -> "x" + j).toArray(String[]::new);
    }

    private static float[] values(int features, BitSet row) {
        float[] values = new float[features];
        for (int j = 0; j < features; j++) {
            values[j] = Opponent.sign(row.get(j));
        }
        return values;
    }
}
