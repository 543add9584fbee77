package dev.pupil.cli;

import com.google.common.collect.ImmutableMap;
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
 * @param unusable what else was named, with why it can't be verified
 */
record VerifyFiles(ImmutableSet<Path> files, ImmutableMap<Path, Exception> unusable) {

    /** Looks for what the user named. */
    static VerifyFiles of(List<Path> named) {
        ImmutableSet.Builder<Path> files = ImmutableSet.builder();
        ImmutableMap.Builder<Path, Exception> unusable = ImmutableMap.builder();
        for (Path path : named) {
            try {
                files.addAll(files(path));
            } catch (Refusal | IOException reason) {
                unusable.put(path, reason);
            }
        }
        return new VerifyFiles(files.build(), unusable.buildKeepingLast());
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
