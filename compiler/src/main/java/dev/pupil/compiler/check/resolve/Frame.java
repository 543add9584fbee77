package dev.pupil.compiler.check.resolve;

import com.google.common.collect.ImmutableList;

/**
 * Where in a body a statement stands.
 *
 * @param predicting whether it runs in {@code predict}
 * @param repeated whether it is in a loop, of its own procedure or of one that calls it
 * @param breakable whether {@code break} has a loop to leave
 * @param depth loops, branches and calls around it
 * @param calls the procedures being inlined, outermost first
 */
record Frame(boolean predicting, boolean repeated, boolean breakable, int depth, ImmutableList<String> calls) {

    static Frame outermost(boolean predicting) {
        return new Frame(predicting, false, false, 0, ImmutableList.of());
    }

    Frame branch() {
        return new Frame(predicting, repeated, breakable, depth + 1, calls);
    }

    Frame loop() {
        return new Frame(predicting, true, true, depth + 1, calls);
    }

    Frame call(String procedure) {
        return new Frame(
                predicting,
                repeated,
                false,
                depth + 1,
                ImmutableList.<String>builder().addAll(calls).add(procedure).build());
    }
}
