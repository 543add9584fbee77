package dev.pupil.bench;

import static com.google.common.base.Preconditions.checkState;

import dev.pupil.compiler.Compiler;
import dev.pupil.compiler.filter.Filter;
import dev.pupil.grammar.source.DiagnosticException;
import dev.pupil.grammar.source.Source;
import dev.pupil.runtime.bits.BitsProgram;
import dev.pupil.runtime.bits.kernel.Kernel;
import dev.pupil.runtime.bits.kernel.Kernels;
import dev.pupil.runtime.bits.kernel.Layout;
import dev.pupil.runtime.bits.rule.InexactNetworkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A kernel on one tile of 128 words, which lies in the processor's nearest cache: what the code itself takes, for each
 * word of 64 pixels.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class KernelTile {
    private static final int ROWS = 8;
    private static final int COLUMNS = 16;
    private static final int WORDS = ROWS * COLUMNS;

    /** The program. */
    @Param({"parity", "stump", "duet"})
    private String program = "";

    /** {@code vectors} or {@code longs}. */
    @Param({"vectors", "longs"})
    private String words = "";

    /** 64: a word holds 64 images' bits of a pixel; 1: one image's bits of 64 rows, which takes shifts. */
    @Param({"64", "1"})
    private int imagesPerWord;

    private long[] from = {};
    private long[] to = {};
    private long[] scratch = {};
    private int start;
    private Kernel kernel = new NoKernel();

    /** Stands where no kernel has been made yet. */
    private static final class NoKernel implements Kernel {
        @Override
        public int run(long[] from, long[] to, long[] scratch, int start, int rows, int words, long inside) {
            throw new IllegalStateException("not set up");
        }

        @Override
        public int scratchWords() {
            return 0;
        }
    }

    /** Compiles the program and its kernel. */
    @Setup(Level.Trial)
    public void load() throws IOException, DiagnosticException, InexactNetworkException {
        Source source = new Source(program, Files.readString(Path.of("..", "examples", program + ".pupil")));
        Filter filter = Compiler.compile(source).filter();
        BitsProgram bits = BitsProgram.of(filter);
        int rowsPerWord = Long.SIZE / imagesPerWord;
        Layout layout =
                new Layout(ROWS * rowsPerWord, COLUMNS, filter.channels().size() + 1, imagesPerWord, 1);
        checkState(Kernels.vectorLanes().isPresent(), "no vectors");
        kernel = words.equals("vectors")
                ? Kernels.vectorised(
                        bits.circuit(), layout, Kernels.vectorLanes().getAsInt(), WORDS)
                : Kernels.portable(bits.circuit(), layout, WORDS);
        from = new Random(1).longs(layout.words()).toArray();
        to = new long[from.length];
        scratch = new long[kernel.scratchWords()];
        start = layout.index(0, 0);
    }

    /** Takes a step in the tile. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public int word() {
        return kernel.run(from, to, scratch, start, ROWS, COLUMNS, -1);
    }
}
