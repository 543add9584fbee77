package dev.pupil.runtime.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as NumPy does, and as nobody should. */
final class NpyFiles {
    private NpyFiles() {}

    /** An npy file with any description. */
    static byte[] npy(int version, String description, byte[] elements) {
        byte[] text = (description + "\n").getBytes(ISO_8859_1);
        ByteBuffer file =
                ByteBuffer.allocate(12 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(ISO_8859_1))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            file.putShort((short) text.length);
        } else {
            file.putInt(text.length);
        }
        file.put(text).put(elements);
        byte[] bytes = new byte[file.position()];
        file.rewind().get(bytes);
        return bytes;
    }

    static String description(String type, boolean fortranOrder, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
                .formatted(type, fortranOrder ? "True" : "False", shape);
    }

    /** A table of elements of one byte. */
    static byte[] bytes(String shape, int... elements) {
        ByteBuffer buffer = ByteBuffer.allocate(elements.length);
        for (int element : elements) {
            buffer.put((byte) element);
        }
        return npy(1, description("|i1", false, shape), buffer.array());
    }

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] npz(byte[] features, byte[] labels) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("X.npy", features);
        files.put("y.npy", labels);
        return zip(files);
    }
}
