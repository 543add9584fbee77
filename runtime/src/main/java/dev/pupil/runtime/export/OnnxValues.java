package dev.pupil.runtime.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.common.primitives.Longs;
import com.google.protobuf.ByteString;
import dev.pupil.compiler.filter.Tensor;
import dev.pupil.compiler.weights.Dtype;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Tensors, types and attributes as ONNX writes them. */
final class OnnxValues {
    private OnnxValues() {}

    /** ONNX's name for a number format. */
    static DataType type(Dtype dtype) {
        return switch (dtype) {
            case F32 -> DataType.FLOAT;
            case F64 -> DataType.DOUBLE;
        };
    }

    /** A tensor of numbers. */
    static TensorProto tensor(String name, Tensor tensor, Dtype dtype) {
        ByteBuffer bytes = ByteBuffer.allocate(
                        Math.multiplyExact(dtype.bytes(), tensor.values().length()))
                .order(ByteOrder.LITTLE_ENDIAN);
        tensor.values().forEach(value -> dtype.put(bytes, value));
        TensorProto.Builder proto = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type(dtype).getNumber())
                .setRawData(ByteString.copyFrom(bytes.flip()));
        tensor.shape().forEach(proto::addDims);
        return proto.build();
    }

    /** A tensor of whole numbers, last index fastest. */
    static TensorProto integers(String name, long[] values, long... shape) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.INT64.getNumber())
                .addAllDims(Longs.asList(shape))
                .addAllInt64Data(Longs.asList(values))
                .build();
    }

    /** A single truth value, a tensor without dimensions. */
    static TensorProto truth(String name, boolean value) {
        return TensorProto.newBuilder()
                .setName(name)
                .setDataType(DataType.BOOL.getNumber())
                .setRawData(ByteString.copyFrom(new byte[] {(byte) (value ? 1 : 0)}))
                .build();
    }

    /** A value's name, type, shape and meaning. Dimensions are numbers or names, whose value the input decides. */
    static ValueInfoProto value(String name, DataType type, String meaning, Object... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        Arrays.stream(dimensions).map(OnnxValues::dimension).forEach(shape::addDim);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setDocString(meaning)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static Dimension dimension(Object size) {
        return size instanceof Number number
                ? Dimension.newBuilder().setDimValue(number.longValue()).build()
                : Dimension.newBuilder().setDimParam(size.toString()).build();
    }

    /** An attribute that is a number. */
    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    /** An attribute that is several numbers. */
    static AttributeProto attribute(String name, long[] values) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INTS)
                .addAllInts(Longs.asList(values))
                .build();
    }

    /** An attribute that is a graph. */
    static AttributeProto attribute(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.GRAPH)
                .setG(graph)
                .build();
    }
}
