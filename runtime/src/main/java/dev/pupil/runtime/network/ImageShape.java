package dev.pupil.runtime.network;

import static com.google.common.base.Preconditions.checkArgument;

import dev.pupil.compiler.automaton.Automaton.Geometry;
import dev.pupil.compiler.program.size.Sizes;

/**
 * The shape of a batch of images.
 *
 * @param images how many, at least 1
 * @param rows H
 * @param columns w
 */
record ImageShape(int images, int rows, int columns) {
    ImageShape {
        checkArgument(images >= 1 && rows >= 1 && columns >= 1, "an empty batch");
        Math.multiplyExact(Math.multiplyExact(images, rows), columns);
    }

    /** A batch of {@code images} images of the size that {@code geometry} gives. */
    static ImageShape of(int images, Geometry geometry, Sizes sizes) {
        long rows = geometry.rows().at(sizes);
        long columns = geometry.columns().at(sizes);
        checkArgument(
                rows > sizes.examples() && columns > sizes.features(),
                "an image of %s×%s pixels has no room for the memory of %s examples with %s features",
                rows,
                columns,
                sizes.examples(),
                sizes.features());
        return new ImageShape(images, Math.toIntExact(rows), Math.toIntExact(columns));
    }

    /** Pixels of one image. */
    int pixelsPerImage() {
        return rows * columns;
    }

    /** Pixels of the whole batch. */
    int pixels() {
        return images * rows * columns;
    }
}
