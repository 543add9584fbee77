package dev.pupil.cli;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes reports for machines: an object with the keys in the order of a record's components. */
final class Json {
    private Json() {}

    /** The JSON text of {@code report}, over several lines, without a final line end. */
    static String text(Object report) {
        return JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }
}
