package dev.pupil.grammar.source;

import java.util.Optional;

/**
 * Every kind of message, with its stable code. Codes are never reused: {@code PUP01xx} is text and syntax,
 * {@code PUP02xx} names, {@code PUP03xx} types and ranges, {@code PUP04xx} structure, {@code PUP05xx} limits,
 * {@code PUP06xx} what the lowering cannot compile, {@code PUP07xx} what would make too large a network.
 */
public enum DiagnosticCode {
    /** Something else was expected here. */
    UNEXPECTED("PUP0100"),
    /** A character that no Pupil program contains. */
    UNKNOWN_CHARACTER("PUP0101"),
    /** A number that runs into letters. */
    MALFORMED_NUMBER("PUP0102"),
    /** A word or operator of other languages. */
    FOREIGN("PUP0103"),
    /** A statement or declaration without its {@code ;}. */
    MISSING_SEMICOLON("PUP0104"),
    /** The text ends too early. */
    UNEXPECTED_END("PUP0105"),
    /** {@code =} where a value is compared, or {@code ==} where one is assigned. */
    ASSIGNMENT_OR_COMPARISON("PUP0106"),
    /** {@code a < b < c}. */
    CHAINED_COMPARISON("PUP0107"),
    /** A comment that is opened and never closed. */
    UNCLOSED_COMMENT("PUP0108"),
    /** Text after the learner or machine. */
    TEXT_AFTER_LEARNER("PUP0109"),
    /** A hole, {@code ??}, which later versions will have. */
    HOLE("PUP0111"),

    /** A name that nothing has. */
    UNKNOWN_NAME("PUP0201"),
    /** A name that is already taken where it is declared. */
    DUPLICATE_NAME("PUP0202"),
    /** A name used as something that it is not, such as a procedure in an expression. */
    WRONG_KIND_OF_NAME("PUP0203"),
    /** A call with too few or too many arguments. */
    ARGUMENT_COUNT("PUP0204"),
    /** Assigning to something that cannot change. */
    NOT_ASSIGNABLE("PUP0205"),
    /** A procedure that calls itself, directly or not. */
    RECURSION("PUP0206"),

    /** A value of one type where another is needed. */
    TYPE_MISMATCH("PUP0301"),
    /** A type without values. */
    EMPTY_RANGE("PUP0302"),
    /** An assignment whose value may leave its type's range. */
    OUT_OF_RANGE("PUP0303"),
    /** A wide integer whose range cannot be inferred. */
    UNBOUNDED("PUP0304"),
    /** An index that may lie outside its array. */
    INDEX_OUT_OF_RANGE("PUP0305"),
    /** The wrong number of indices. */
    INDEX_COUNT("PUP0306"),
    /** A loop bound, array size or type bound that is not affine. */
    NOT_AFFINE("PUP0307"),
    /** {@code clamp} where no range says what to clamp to. */
    CLAMP_WITHOUT_RANGE("PUP0308"),
    /** An initialiser of memory that is not a constant. */
    NOT_CONSTANT("PUP0309"),
    /** A product of two values that are both unknown. */
    PRODUCT("PUP0310"),
    /** An array size that may be zero or less. */
    ARRAY_SIZE("PUP0311"),

    /** {@code return} outside {@code predict}. */
    RETURN_OUTSIDE_PREDICT("PUP0401"),
    /** A path through {@code predict} that returns nothing. */
    MISSING_RETURN("PUP0402"),
    /** {@code break} or {@code continue} outside a loop. */
    OUTSIDE_LOOP("PUP0403"),
    /** A statement that nothing ever reaches. */
    UNREACHABLE("PUP0404"),
    /** {@code predict} changes memory. */
    PREDICT_CHANGES_MEMORY("PUP0405"),
    /** A learner or machine without something that it has to have. */
    MISSING_MEMBER("PUP0406"),
    /** A learner or machine with two of something that it has once. */
    REPEATED_MEMBER("PUP0407"),
    /** A state that does not say what it does with a symbol. */
    MISSING_TRANSITION("PUP0408"),
    /** A state that says twice what it does with a symbol. */
    REPEATED_TRANSITION("PUP0409"),
    /** A part that only machines that learn have, in one that does not. */
    PART_OF_LEARNER("PUP0410"),

    /** A name longer than any reader would want. */
    NAME_TOO_LONG("PUP0501"),
    /** A number outside the integers that programs may write or compute with constants. */
    NUMBER_TOO_LARGE("PUP0502"),
    /** Parentheses, blocks or operators nested too deeply. */
    NESTED_TOO_DEEPLY("PUP0503"),
    /** A program text that is too long. */
    TEXT_TOO_LONG("PUP0504"),
    /** A program that becomes too long when its procedures are inlined. */
    PROGRAM_TOO_LARGE("PUP0505");

    private final String code;

    DiagnosticCode(String code) {
        this.code = code;
    }

    /** {@code PUP} and four digits. */
    public String code() {
        return code;
    }

    /** A message of this kind without a help line. */
    public Diagnostic at(Span span, String message) {
        return new Diagnostic(code, span, message, Optional.empty());
    }

    /** A message of this kind that says what to write instead. */
    public Diagnostic at(Span span, String message, String help) {
        return new Diagnostic(code, span, message, Optional.of(help));
    }
}
