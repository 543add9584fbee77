package dev.pupil.compiler.check.resolve;

import dev.pupil.compiler.program.Affine;
import dev.pupil.compiler.program.Expression;
import dev.pupil.compiler.program.Type;
import dev.pupil.compiler.program.Variable;
import dev.pupil.grammar.tree.MemberNode;

/** What a name means. */
sealed interface Symbol {
    /** What messages call such a thing, with its article. */
    String description();

    /** Memory, an example, a local or a loop variable; also an array parameter, which is the caller's array. */
    record Stored(Variable variable) implements Symbol {
        @Override
        public String description() {
            return variable.isArray()
                    ? "an array"
                    : variable.kind() == Variable.Kind.LOOP ? "a loop variable" : "a variable";
        }
    }

    /** A scalar parameter, bound to a constant, an affine expression or a read of a fresh local. */
    record Value(Expression value) implements Symbol {
        @Override
        public String description() {
            return "a parameter";
        }
    }

    /** The number of features or of examples. */
    record Size(Affine value) implements Symbol {
        @Override
        public String description() {
            return "a size";
        }
    }

    /** A constant of an enumeration. */
    record Constant(Type.Enumeration type, int value) implements Symbol {
        @Override
        public String description() {
            return "a constant";
        }
    }

    /** A named enumeration. */
    record NamedType(Type.Enumeration type) implements Symbol {
        @Override
        public String description() {
            return "a type";
        }
    }

    /** A procedure. */
    record Procedure(MemberNode.Procedure node) implements Symbol {
        @Override
        public String description() {
            return "a procedure";
        }
    }

    /** A name whose declaration was refused; using it says nothing more. */
    record Broken() implements Symbol {
        @Override
        public String description() {
            return "a variable";
        }
    }
}
