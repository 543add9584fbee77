package dev.pupil.compiler.lower.processor.cells;

import dev.pupil.compiler.automaton.Field;
import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.SequenceNames;

/** Makes fields of the processor. */
final class Fields {
    private Fields() {}

    /** A bit that all programs have, 0 at first. */
    static Field bit(String name, String meaning, Term next) {
        return number(name, meaning, 1, next);
    }

    /** A number from 0 to {@code high} that all programs have, 0 at first. */
    static Field number(String name, String meaning, int high, Term next) {
        return new Field(name, meaning, 0, high, 0, next, SequenceNames.ORIGIN);
    }

    /** A register's own field. */
    static Field of(Register register, Term next) {
        return of(register, register.field(), register.meaning(), next);
    }

    /** A field that holds values of a register elsewhere. */
    static Field of(Register register, String name, String meaning, Term next) {
        return new Field(name, meaning, register.low(), register.high(), register.initial(), next, register.origin());
    }
}
