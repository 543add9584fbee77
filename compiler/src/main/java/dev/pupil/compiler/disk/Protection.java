package dev.pupil.compiler.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whose a file is and who may do what with it, where the file system knows POSIX permissions. */
record Protection(PosixFileAttributes attributes) {

    /** That of a file, if there is one. */
    static Optional<Protection> of(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Protection(view.readAttributes()));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /** What to create a file with that will replace another, so that nobody reads it who must not read the other. */
    static FileAttribute<?>[] onCreation(Optional<Protection> replaced) {
        return replaced.isEmpty()
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
                };
    }

    /** Protects another file in the same way; if it can't be given to the same group, that group's rights are nobody's. */
    void giveTo(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean given = isDone(() -> view.setGroup(attributes.group()));
        // A file that is given away may no longer be changed, so that its owner comes last.
        view.setPermissions(given ? attributes.permissions() : withoutGroup());
        if (!view.readAttributes().owner().equals(attributes.owner())) {
            isDone(() -> view.setOwner(attributes.owner()));
        }
    }

    private Set<PosixFilePermission> withoutGroup() {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(attributes.permissions());
        permissions.removeAll(EnumSet.of(
                PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE));
        return permissions;
    }

    /** Only the system's administrator may give files to everyone. */
    private static boolean isDone(Change change) {
        try {
            change.run();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws IOException;
    }
}
