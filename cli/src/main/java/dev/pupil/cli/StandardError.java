package dev.pupil.cli;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * The process's standard error. Java can't be kept from printing a warning there before any program of ours runs, so the
 * launcher puts a filter in its place, and this puts it back.
 */
final class StandardError {
    private static final int STANDARD_ERROR = 2;

    private StandardError() {}

    /**
     * Makes another open file the standard error, as POSIX's {@code dup2} does. Where that can't be done nothing changes:
     * what is printed then goes through the filter.
     *
     * @param descriptor the number of an open file, as text; nothing is done if there is none
     */
    static void restore(Optional<String> descriptor) {
        descriptor.map(Integer::valueOf).ifPresent(StandardError::restore);
    }

    private static void restore(int descriptor) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> dup2 = linker.defaultLookup().find("dup2");
        if (dup2.isPresent()) {
            try {
                int ignored = (int) linker.downcallHandle(
                                dup2.get(),
                                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                        .invokeExact(descriptor, STANDARD_ERROR);
            } catch (Throwable failure) {
                throw new LinkageError("dup2", failure);
            }
        }
    }
}
