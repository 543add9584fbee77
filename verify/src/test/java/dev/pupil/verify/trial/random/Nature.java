package dev.pupil.verify.trial.random;

/** What a variable of a program that keeps no discipline holds. */
sealed interface Nature {
    Nature BIT = new Finite(new Kind.Bit());

    /** As written in a declaration. */
    String type();

    /** A value that such a variable can start with. */
    String constant(Choice choice);

    /** Whether all values are numbers from 0 to {@code most}, and 0 is not the only one. */
    default boolean isAtMost(int most) {
        return switch (this) {
            case Finite finite ->
                switch (finite.kind) {
                    case Kind.Bit bit -> most >= 1;
                    case Kind.Small small -> small.low() >= 0 && small.high() <= most;
                    case Kind.Enumeration enumeration -> false;
                };
            case Wide wide -> false;
            case Bounded bounded -> false;
            case Cursor cursor -> false;
        };
    }

    /** A value of finite type. */
    record Finite(Kind kind) implements Nature {
        @Override
        public String type() {
            return kind.text();
        }

        @Override
        public String constant(Choice choice) {
            return switch (kind) {
                case Kind.Bit bit -> "" + choice.between(0, 1);
                case Kind.Small small -> "" + choice.between(small.low(), small.high());
                case Kind.Enumeration enumeration -> choice.of(enumeration.constants());
            };
        }

        /** Whether 0 is a value. */
        boolean hasZero() {
            return !(kind instanceof Kind.Small small && (small.low() > 0 || small.high() < 0));
        }
    }

    /** A wide integer whose range is inferred. */
    record Wide() implements Nature {
        @Override
        public String type() {
            return "int";
        }

        @Override
        public String constant(Choice choice) {
            return "" + choice.between(-3, 9);
        }
    }

    /** A wide integer with declared bounds, 0 between them. */
    record Bounded(String low, String high) implements Nature {
        @Override
        public String type() {
            return "int " + low + ".." + high;
        }

        @Override
        public String constant(Choice choice) {
            return "0";
        }
    }

    /** A number below an extent, by which elements can be found. */
    record Cursor(Extent extent) implements Nature {
        @Override
        public String type() {
            return "int 0.." + extent.last();
        }

        @Override
        public String constant(Choice choice) {
            return "0";
        }
    }
}
