package dev.pupil.compiler.program;

import com.google.common.collect.ImmutableList;
import dev.pupil.grammar.source.Source;

/**
 * A checked learner: the meaning that everything else is compared with.
 *
 * @param name the learner's name
 * @param documentation the text of its documentation comment, empty if it has none
 * @param featuresName what the program calls the number of features, usually {@code d}
 * @param examplesName what the program calls the number of examples, usually {@code m}; empty if it does not name it
 * @param memory memory in order of declaration
 * @param example the example of {@code learn}
 * @param learn what runs once an example, in order
 * @param query the query of {@code predict}; its label is 0 at the start
 * @param predict what runs on the query; every path through it returns
 * @param source the text it was checked from
 */
public record Program(
        String name,
        String documentation,
        String featuresName,
        String examplesName,
        ImmutableList<Variable> memory,
        Variable example,
        ImmutableList<Statement> learn,
        Variable query,
        ImmutableList<Statement> predict,
        Source source)
        implements Definition {}
