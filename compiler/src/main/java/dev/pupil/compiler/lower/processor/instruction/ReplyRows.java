package dev.pupil.compiler.lower.processor.instruction;

import dev.pupil.compiler.program.size.SizeExpression;

/**
 * The rows whose pixels in column 0 reply to orders.
 *
 * @param sign the row in which signs are read
 * @param isMeasured whether a {@link Instruction.Measure} finds that row; else it is the last one
 * @param afterLabel how many rows below row d matrices end that have a row a feature; 0 or 1
 * @param last the image's last row
 */
public record ReplyRows(SizeExpression sign, boolean isMeasured, int afterLabel, SizeExpression last) {
    /** The row that replies to orders that reach as far as given. */
    SizeExpression row(Reach reach) {
        return switch (reach) {
            case FEATURES -> SizeExpression.of(1, 0, afterLabel);
            case ALL -> last;
        };
    }
}
