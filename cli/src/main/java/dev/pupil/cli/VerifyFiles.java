package dev.pupil.cli;

import com.google.common.collect.ImmutableSet;
import dev.pupil.verify.TargetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that are to be verified.
 *
 * @param files programs and weight files, each once
 * @param status what becomes of the run if they all hold: bad input if something else was named, too
 */
record VerifyFiles(ImmutableSet<Path> files, int status) {

    /** Looks for what the user named; what can't be verified is told to {@code failures}. */
    static VerifyFiles of(List<Path> named, Failures failures) {
        ImmutableSet.Builder<Path> files = ImmutableSet.builder();
        int status = ExitStatus.DONE;
        for (Path path : named) {
            try {
                files.addAll(files(path));
            } catch (Refusal | IOException unusable) {
                status = Math.max(status, failures.report(unusable));
            }
        }
        return new VerifyFiles(files.build(), status);
    }

    private static Iterable<Path> files(Path path) throws Refusal, IOException {
        if (Files.isDirectory(path)) {
            ImmutableSet<Path> inside = ImmutableSet.copyOf(TargetFiles.in(path));
            if (inside.isEmpty()) {
                throw new Refusal("%s: no program (%s) and no weight file (%s) in this folder or below"
                        .formatted(path, TargetFiles.PROGRAM, TargetFiles.WEIGHTS));
            }
            return inside;
        }
        if (!TargetFiles.isProgram(path) && !TargetFiles.isWeights(path)) {
            throw new Refusal("%s: neither a program (%s) nor a weight file (%s)"
                    .formatted(path, TargetFiles.PROGRAM, TargetFiles.WEIGHTS));
        }
        return ImmutableSet.of(path);
    }
}
