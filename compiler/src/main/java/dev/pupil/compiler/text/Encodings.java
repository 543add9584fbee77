package dev.pupil.compiler.text;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import dev.pupil.compiler.circuit.symbolic.Encoding;
import dev.pupil.compiler.text.antlr.StagesParser.CodeContext;
import dev.pupil.compiler.text.antlr.StagesParser.EncodingContext;
import dev.pupil.compiler.text.antlr.StagesParser.NameContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How fields are written in bits: neighbouring fields with the same codes share a line. */
final class Encodings {
    private static final int INDENT = 4;

    private Encodings() {}

    static void print(Map<String, Encoding> encodings, Output output) {
        Optional<Encoding> previous = Optional.empty();
        for (Map.Entry<String, Encoding> entry : encodings.entrySet()) {
            Encoding encoding = entry.getValue();
            String name = Quoting.name(entry.getKey());
            if (previous.filter(encoding::equals).isPresent()) {
                output.add(",").wrap(name, INDENT);
            } else {
                previous.ifPresent(finished -> printCodes(finished, output));
                output.line(0).add("encoding ").add(name);
            }
            previous = Optional.of(encoding);
        }
        previous.ifPresent(finished -> printCodes(finished, output));
    }

    private static void printCodes(Encoding encoding, Output output) {
        output.add(":").wrap(encoding.bits() + (encoding.bits() == 1 ? " bit" : " bits"), INDENT);
        encoding.codes().forEach((value, code) -> output.add(",").wrap(value + " -> " + code, INDENT));
    }

    static ImmutableMap<String, Encoding> read(List<EncodingContext> encodings) {
        List<NameContext> fields =
                encodings.stream().flatMap(encoding -> encoding.name().stream()).toList();
        Fault.checkUnique(fields, "encodings of a field");
        ImmutableMap.Builder<String, Encoding> all = ImmutableMap.builder();
        for (EncodingContext encoding : encodings) {
            Encoding codes = read(encoding);
            encoding.name().forEach(field -> all.put(Quoting.read(field), codes));
        }
        return all.buildOrThrow();
    }

    private static Encoding read(EncodingContext encoding) {
        Map<Integer, Integer> codes = new TreeMap<>();
        for (CodeContext code : encoding.code()) {
            if (codes.putIfAbsent(Numbers.read(code.value), Numbers.read(code.bits)) != null) {
                throw Fault.at(code, "there are two codes for " + code.value.getText());
            }
        }
        return Fault.check(
                encoding,
                () -> new Encoding(Numbers.read(encoding.bits), ImmutableSortedMap.copyOf(codes, Ordering.natural())));
    }
}
