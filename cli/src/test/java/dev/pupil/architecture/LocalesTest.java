package dev.pupil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No number has other digits or another decimal point in another locale: a text with a conversion for numbers is used
 * with a locale that is named. {@code %s} has the same digits everywhere.
 */
final class LocalesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    @Test
    void numbersAreFormattedInALocaleThatIsNamed() throws IOException {
        try (StandardJavaFileManager files = COMPILER.getStandardFileManager(null, null, null)) {
            List<Path> sources = sources();

            assertThat(sources).hasSizeGreaterThan(100);
            assertThat(violations(files.getJavaFileObjectsFromPaths(sources))).isEmpty();
        }
    }

    @Test
    void conversionsInTheUsersLocaleAreFound() throws IOException {
        assertThat(violations(List.of(source("""
                class Wrong {
                    static final String FORMAT = "%e";
                    String digits(int number) { return "%d things".formatted(number); }
                    String parts(int number) { return ("a" + "%-,7d" + number).formatted(number); }
                    String point(double number) { return String.format("%.2f", number); }
                    void print(java.io.PrintStream out) { out.printf("%08d%n", 1); }
                }
                """))))
                .containsExactly(
                        "Wrong.java:2: %e",
                        "Wrong.java:3: %d things",
                        "Wrong.java:4: a%-,7d",
                        "Wrong.java:5: %.2f",
                        "Wrong.java:6: %08d%n");
    }

    @Test
    void whatNamesItsLocaleOrNeedsNoneIsLeftAlone() throws IOException {
        assertThat(violations(List.of(source("""
                class Right {
                    String digits(int number) { return "%s things, %-7s, 100%%, \\\\u%04x".formatted(number, number, 7); }
                    String point(double number) { return String.format(Locale.ROOT, "%.2f" + "%d", number, 1); }
                }
                """)))).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path folder :
                    modules.map(module -> module.resolve("src/main/java")).toList()) {
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Wrong.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** The texts with a conversion for numbers that are used without a locale, as {@code Name.java:line: text}. */
    private static List<String> violations(Iterable<? extends JavaFileObject> sources) throws IOException {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, null, null, sources);
        Trees trees = Trees.instance(task);
        List<String> violations = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Texts(unit, trees, violations).scan(unit, null);
        }
        return violations;
    }

    private static final class Texts extends TreePathScanner<@Nullable Void, @Nullable Void> {
        /** A conversion of Java's {@code Formatter} whose result depends on the locale. */
        private static final Pattern LOCALISED =
                Pattern.compile("(?<!%)(%%)*%(\\d+\\$)?[-#+ 0,(]*\\d*(\\.\\d+)?[deEfgGtT]");

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<String> violations;

        Texts(CompilationUnitTree unit, Trees trees, List<String> violations) {
            this.unit = unit;
            this.trees = trees;
            this.violations = violations;
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text
                    && LOCALISED.matcher(text).find()
                    && !isArgumentBesideALocale(getCurrentPath())) {
                String file =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, literal));
                violations.add(file + ":" + line + ": " + text);
            }
            return null;
        }

        private static boolean isArgumentBesideALocale(TreePath literal) {
            for (TreePath path = literal; path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodInvocationTree call) {
                    return !call.getArguments().isEmpty()
                            && call.getArguments().getFirst().toString().endsWith("Locale.ROOT");
                }
            }
            return false;
        }
    }
}
