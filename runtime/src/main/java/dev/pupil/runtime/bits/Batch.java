package dev.pupil.runtime.bits;

import com.google.common.primitives.ImmutableIntArray;
import dev.pupil.runtime.Progress;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.data.DataSet;
import dev.pupil.runtime.engine.PredictionChecks;
import dev.pupil.runtime.engine.PredictionException;
import dev.pupil.runtime.engine.TrainedMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Predicts for many queries: group by group, several groups at a time. */
final class Batch {
    private final BitsProgram program;
    private final TrainedMemory memory;
    private final Layout layout;
    private final KernelSupply kernels;
    private final long steps;
    private final AtomicLong computedWords = new AtomicLong();

    Batch(BitsProgram program, TrainedMemory memory, Layout layout, KernelSupply kernels, long steps) {
        this.program = program;
        this.memory = memory;
        this.layout = layout;
        this.kernels = kernels;
        this.steps = steps;
    }

    /**
     * Predicts.
     *
     * @param workers how many groups at a time at most
     * @throws PredictionException for a query that can't be answered: of those that were found, the first in their order
     */
    ImmutableIntArray predict(DataSet queries, int workers, Progress progress) throws PredictionException {
        Job job = new Job(queries, progress);
        int threads = Math.min(workers, job.groups);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("bits-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                running.add(pool.submit(job::work));
            }
            for (Future<?> future : running) {
                await(future, job);
            }
        }
        return job.result();
    }

    /** How many words have been computed. */
    long computedWords() {
        return computedWords.get();
    }

    /** Waits for a worker. If it ends otherwise than it should, the others shall not go on with work that is lost. */
    private static void await(Future<?> future, Job job) throws PredictionException {
        try {
            future.get();
        } catch (ExecutionException failure) {
            job.stop();
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            job.stop();
            Thread.currentThread().interrupt();
            throw new PredictionException("interrupted");
        }
    }

    /** All groups' answers, or why there are none. */
    private final class Job {
        private final DataSet queries;
        private final Progress progress;
        private final int groups;
        private final AtomicInteger nextGroup = new AtomicInteger();
        private final int[] predictions;
        private final List<Failure> failures = new ArrayList<>();
        private int done;

        /** Why a query has no answer. */
        private record Failure(int query, PredictionException reason) {}

        Job(DataSet queries, Progress progress) {
            this.queries = queries;
            this.progress = progress;
            this.groups = Math.ceilDiv(queries.size(), layout.images());
            this.predictions = new int[queries.size()];
        }

        /** Takes groups until there are no more; several threads do this. */
        void work() {
            BitsNetwork network = new BitsNetwork(program, layout, kernels);
            for (int group = nextGroup.getAndIncrement(); group < groups; group = nextGroup.getAndIncrement()) {
                int first = group * layout.images();
                int count = Math.min(layout.images(), queries.size() - first);
                Optional<Failure> failure = answer(network, first, count);
                if (failure.isPresent()) {
                    fail(failure.get());
                } else {
                    finish(count);
                }
            }
            computedWords.addAndGet(network.computedWords());
        }

        /** Predicts for a group; returns why a query of it has no answer, if one has none. */
        private Optional<Failure> answer(BitsNetwork network, int first, int count) {
            network.load(memory, queries, first, count);
            try {
                boolean changing = true;
                for (long step = 0; step < steps && changing; step++) {
                    changing = network.step();
                }
            } catch (EscapeException escape) {
                int query = first + escape.image();
                return Optional.of(new Failure(
                        query,
                        new PredictionException(
                                "the network is broken: for query %s, %s".formatted(query + 1, escape.reason()))));
            }
            double[] outputs = network.outputs();
            for (int query = first; query < first + count; query++) {
                try {
                    predictions[query] = PredictionChecks.prediction(outputs[query - first], query);
                } catch (PredictionException broken) {
                    return Optional.of(new Failure(query, broken));
                }
            }
            return Optional.empty();
        }

        private synchronized void fail(Failure failure) {
            failures.add(failure);
            stop();
        }

        /** Lets no worker begin another group. */
        void stop() {
            nextGroup.set(groups);
        }

        private synchronized void finish(int count) {
            done += count;
            progress.report(done, queries.size());
        }

        synchronized ImmutableIntArray result() throws PredictionException {
            if (!failures.isEmpty()) {
                throw failures.stream()
                        .min(Comparator.comparingInt(Failure::query))
                        .orElseThrow()
                        .reason();
            }
            return ImmutableIntArray.copyOf(predictions);
        }
    }
}
