package dev.pupil.verify.teeth;

import com.google.common.io.ByteSource;
import java.util.Optional;

/**
 * A weight file in which one thing was changed that is no weight.
 *
 * @param name what was changed, as a clause: {@code the codes of 1 and 2 of field carry are swapped}
 * @param bytes the whole changed file
 * @param excuse why it would be harmless if every check held, as a clause; empty if then a check has failed
 */
public record Corruption(String name, ByteSource bytes, Optional<String> excuse) {}
