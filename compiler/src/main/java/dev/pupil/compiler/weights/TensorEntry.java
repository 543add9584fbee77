package dev.pupil.compiler.weights;

import com.google.common.primitives.ImmutableIntArray;

/**
 * What a safetensors header says about one tensor. Its bytes are {@code begin} (inclusive) to {@code end} (exclusive)
 * of the data section, just as many as its shape and dtype need.
 *
 * @param name unique in the file
 * @param dtype number format
 * @param shape sizes of its dimensions, last index fastest
 * @param begin first byte
 * @param end byte after the last
 */
record TensorEntry(String name, Dtype dtype, ImmutableIntArray shape, long begin, long end) {}
