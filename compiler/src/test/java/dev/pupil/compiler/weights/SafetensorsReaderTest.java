package dev.pupil.compiler.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsReaderTest {
    @TempDir
    Path directory;

    /** What is replaced in the header of a good file, by what, and what the reader says then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":"pupil"           | "format":"pt"               | not a weight file of Pupil: its metadata do not say "format": "pupil"
            "format_version":"2"       | "format_version":"1"        | format version 1 is unknown; this program reads version 2: compile the program again
            "learner":"sample",        | ``                          | metadata "learner" is missing
            "learner":                 | "machine":                  | metadata call the network a machine, but their invariants say that it is none
            "learner":                 | "teacher":"x","learner":    | metadata "teacher" is unknown
            "learner":"sample"         | "learner":7                 | metadata "learner" is not a string
            learner sample             | learner simple              | the program's SHA-256 is not what the file says; one of them was changed
            "steps":"3*(m + d) + 6"    | "steps":"d*m"               | metadata "steps" is "d*m", not a size such as max(m + 1, d + 1)
            "image.columns":"d + 1"    | "image.columns":"d"         | metadata "image.columns" is "d", which can be less than d + 1
            "learning_rate":"1.0"      | "learning_rate":"0.5"       | metadata "learning_rate" is "0.5"; only 1.0 is known
            "dtype":"F32","fields"     | "dtype":"F64","fields"      | tensor "head.hidden.bias" has dtype F32, but the file says F64
            "dtype":"F32","fields"     | "dtype":"BF16","fields"     | metadata "dtype" is "BF16"; only F32 and F64 are known
            "dtype":"F32","shape":[1]  | "dtype":"I8","shape":[1]    | tensor "head.hidden.bias" has dtype "I8"; only F32 and F64 are known
            "dtype":"F32","shape":[1]  | "dtype":3,"shape":[1]       | tensor "head.hidden.bias", member "dtype" is not a string
            "dtype":"F32","shape":[1]  | "shape":[1]                 | tensor "head.hidden.bias" has no "dtype"
            "dtype":"F32","shape":[1]  | "a":0,"dtype":"F32","shape":[1] | tensor "head.hidden.bias" has an unknown member "a"
            "shape":[1],"data          | "shape":[-1],"data          | a size in the shape of tensor "head.hidden.bias" is not a whole number from 0 to 2147483647
            "shape":[1],"data          | "shape":[1.0],"data         | a size in the shape of tensor "head.hidden.bias" is not a whole number from 0 to 2147483647
            "shape":[1],"data          | "shape":1,"data             | the shape of tensor "head.hidden.bias" is not a JSON array
            "shape":[1],"data          | "shape":[2000000000,2000000000,2000000000],"data | tensor "head.hidden.bias" has shape [2000000000, 2000000000, 2000000000], which does not fill the bytes 0 to 4
            "data_offsets":[0,4]       | "data_offsets":[0,9999]     | the second data offset of tensor "head.hidden.bias" is not a whole number from 0 to 324
            "data_offsets":[0,4]       | "data_offsets":[0]          | data_offsets of tensor "head.hidden.bias" are not two numbers
            "data_offsets":[0,4]       | "data_offsets":[4,0]        | tensor "head.hidden.bias" has shape [1], which does not fill the bytes 4 to 0
            "data_offsets":[0,4]       | "data_offsets":[8,12]       | tensor "head.hidden.weight" begins at byte 4 of the data, but nothing fills the bytes from 0
            "data_offsets":[4,12]      | "data_offsets":[0,8]        | tensor "head.hidden.weight" begins at byte 0 of the data, but the one before it ends at 4
            "head.hidden.bias":        | "head.hidden.bios":         | tensor "head.hidden.bias" is missing
            "memory.weight":           | "memory.weights":           | tensor "memory.weights" is unknown
            "shape":[4,3]              | "shape":[12]                | tensor "memory.weight" has shape [12], not [m + 1, d + 1]
            "shape":[4,3]              | "shape":[12,1]              | tensor "memory.weight" has shape [12, 1], not [m + 1, d + 1]
            "shape":[3,2,3,3]          | "shape":[3,3,3,2]           | tensor "step.conv.weight" has shape [3, 3, 3, 2], not [3, 2, 3, 3]
            {\\"name\\":\\"lane\\",\\"roles\\":[]}, | ``               | tensor "step.conv.weight" has shape [3, 2, 3, 3], not [3, 1, 3, 3]
            \\"name\\":\\"cell#2\\"    | \\"name\\":\\"cell#1\\"     | two units are called "cell#1"
            \\"bit\\":1                | \\"bit\\":99                | a role of channel "cell", member "bit" is not a whole number from 0 to 31
            [3,5,4,1]                  | [3,5,2,1]                   | the span of a role of channel "cell": a span ends after it starts
            [[-1,1],                   | [[-1,1,2],                  | a code of field "cell" does not have two numbers
            [[-1,1],                   | [[-1,4],                    | a code of field "cell" is not a whole number from 0 to 3
            [[-1,1],                   | [[-1.5,1],                  | a value of field "cell" is not a whole number of 32 binary digits
            [[-1,1],                   | [[0,1],                     | field "cell" has two codes for 0
            [[-1,1],                   | [[-1,3],                    | field "cell": two values have the same code
            "!cell@up                  | "!cell@above                | the invariant "!cell@above" can't be read: 1:6: expected a neighbour such as '@up_left', found '@above'
            [3,5,4,1]                  | [3,5,4]                     | the span of a role of channel "cell" does not have four numbers
            """)
    void aHeaderThatIsNotRightIsRefused(String good, String bad, String message) throws IOException {
        String header = header();
        assertThat(header).contains(good);
        assertRefused(withHeader(header.replaceFirst(quote(good), quoteReplacement(bad))), message);
    }

    @Test
    void duplicateKeysAreRefused() throws IOException {
        String header = header();
        assertRefusedBecause(withHeader(header.replace("\"learner\":", "\"learner\":\"a\",\"learner\":")), "Duplicate");
        assertRefusedBecause(
                withHeader(header.replace("\"head.output.weight\":", "\"head.hidden.bias\":")), "Duplicate");
    }

    @Test
    void aHeaderLengthThatTheFileCannotHoldIsRefused() throws IOException {
        byte[] file = good();
        for (long length : new long[] {1L << 62, Long.MAX_VALUE, -1, Long.MIN_VALUE, file.length, file.length - 7}) {
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
            assertRefused(
                    file,
                    "not a safetensors file, or truncated: its header claims %s bytes, %s are there"
                            .formatted(Long.toUnsignedString(length), file.length - 8));
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] file = good();
        for (int length = 0; length < file.length; length += length < 16 ? 1 : 37) {
            assertRefusedBecause(Arrays.copyOf(file, length), "");
        }
    }

    @Test
    void trailingGarbageIsRefused() throws IOException {
        byte[] file = good();
        assertRefused(Arrays.copyOf(file, file.length + 1), "the tensors fill 324 bytes, but 325 follow the header");
    }

    @Test
    void numbersThatAreNoneAreRefused() throws IOException {
        byte[] file = good();
        ByteBuffer numbers = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        numbers.putFloat(file.length - 4, Float.NaN);
        assertRefused(file, "tensor \"step.mix.weight\" holds NaN");
        numbers.putFloat(file.length - 4, Float.NEGATIVE_INFINITY);
        assertRefused(file, "tensor \"step.mix.weight\" holds -Infinity");
    }

    @Test
    void aHeaderThatIsNotUtf8IsRefused() throws IOException {
        byte[] file = good();
        file[20] = (byte) 0xff;
        assertRefused(file, "the header is not UTF-8");
    }

    @Test
    void nestingDeeperThanAnyHeaderIsRefused() throws IOException {
        assertRefusedBecause(withHeader("[".repeat(1_000_000)), "not valid JSON");
    }

    @Test
    void noChangedByteEscapesAsAnotherKindOfError() throws IOException {
        Random random = new Random(7);
        Path file = directory.resolve("changed.safetensors");
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = good();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);
            try {
                SafetensorsReader.read(file);
            } catch (WeightFileException expected) {
                assertThat(expected).hasMessageStartingWith(file + ": ").hasMessageNotContaining("\n");
            }
        }
    }

    @Test
    void whatIsNotAFileIsRefused() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> SafetensorsReader.read(missing)).hasMessage(missing + ": no such file");
        assertThatThrownBy(() -> SafetensorsReader.read(directory)).hasMessage(directory + ": not a regular file");
    }

    private void assertRefused(byte[] bytes, String message) throws IOException {
        Path file = Files.write(directory.resolve("bad.safetensors"), bytes);
        assertThatThrownBy(() -> SafetensorsReader.read(file))
                .isInstanceOf(WeightFileException.class)
                .hasMessage(file + ": " + message);
    }

    private void assertRefusedBecause(byte[] bytes, String part) throws IOException {
        Path file = Files.write(directory.resolve("bad.safetensors"), bytes);
        assertThatThrownBy(() -> SafetensorsReader.read(file))
                .isInstanceOf(WeightFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(part);
    }

    private static byte[] good() {
        return SafetensorsWriter.bytes(SampleWeights.trained()).array();
    }

    private static String header() {
        ByteBuffer bytes = ByteBuffer.wrap(good()).order(ByteOrder.LITTLE_ENDIAN);
        return StandardCharsets.UTF_8
                .decode(bytes.slice(8, (int) bytes.getLong(0)))
                .toString();
    }

    /** The good file's numbers behind another header. */
    private static byte[] withHeader(String header) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] good = good();
        int dataBegin =
                8 + (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        return ByteBuffer.allocate(8 + text.length + good.length - dataBegin)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .put(good, dataBegin, good.length - dataBegin)
                .array();
    }

    private static String quote(String text) {
        return Pattern.quote(text);
    }

    private static String quoteReplacement(String text) {
        return Matcher.quoteReplacement(text);
    }
}
