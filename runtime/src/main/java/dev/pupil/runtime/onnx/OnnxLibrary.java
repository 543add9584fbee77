package dev.pupil.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import com.google.common.base.Suppliers;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import dev.pupil.compiler.disk.NamedFailure;
import dev.pupil.compiler.disk.TemporaryFile;
import dev.pupil.runtime.engine.EngineUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * ONNX Runtime's native code. Left to itself, it unpacks that to a folder that it leaves behind, and says what goes wrong
 * there by a stack trace only; so it is unpacked here, and deleted as soon as the system has loaded it.
 */
final class OnnxLibrary {
    /** The property that names a folder in which ONNX Runtime looks for its native code. */
    private static final String FOLDER = "onnxruntime.native.path";

    /** In the order in which they need each other. */
    private static final ImmutableList<String> LIBRARIES = ImmutableList.of("onnxruntime", "onnxruntime4j_jni");

    private static final Supplier<OrtEnvironment> ENVIRONMENT = Suppliers.memoize(OnnxLibrary::load);

    private OnnxLibrary() {}

    /**
     * ONNX Runtime, which says what is wrong by exceptions and nothing on any stream.
     *
     * @throws EngineUnavailableException if it can't be loaded
     */
    static OrtEnvironment environment() throws EngineUnavailableException {
        try {
            return ENVIRONMENT.get();
        } catch (UncheckedIOException failure) {
            throw new EngineUnavailableException(
                    "ONNX Runtime's native code can't be unpacked: " + failure.getMessage());
        } catch (LinkageError error) {
            throw new EngineUnavailableException(
                    "ONNX Runtime can't be loaded on this machine: " + Throwables.getRootCause(error));
        }
    }

    private static OrtEnvironment load() {
        if (System.getProperty(FOLDER) != null) {
            return start();
        }
        try {
            Path folder = TemporaryFile.createFolder("pupil-onnx");
            try {
                unpack(folder);
                System.setProperty(FOLDER, folder.toString());
                return start();
            } finally {
                System.clearProperty(FOLDER);
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure.getMessage(), failure);
        }
    }

    private static OrtEnvironment start() {
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "pupil");
    }

    private static void unpack(Path folder) throws IOException {
        for (String library : LIBRARIES) {
            Path file = file(folder, library);
            String resource = "/ai/onnxruntime/native/%s/%s".formatted(platform(), file.getFileName());
            TemporaryFile.deleteAtExit(file);
            try (InputStream code = OrtEnvironment.class.getResourceAsStream(resource)) {
                if (code == null) {
                    throw new FileSystemException(resource, null, "there is none for this kind of machine");
                }
                Files.copy(code, file);
            } catch (IOException exception) {
                throw NamedFailure.of(file, exception);
            }
        }
    }

    private static Path file(Path folder, String library) {
        return folder.resolve(System.mapLibraryName(library));
    }

    /** As ONNX Runtime calls it in its jar. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return (system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux")
                + "-"
                + (processor.equals("amd64") || processor.equals("x86_64") ? "x64" : processor);
    }

    /** Windows keeps files that are in use; those are tried again when Java ends. */
    private static void delete(Path folder) {
        try {
            for (String library : LIBRARIES) {
                Files.deleteIfExists(file(folder, library));
            }
            Files.delete(folder);
        } catch (IOException inUse) {
            // Nothing depends on it.
        }
    }
}
