package dev.pupil.verify.trial.random;

/** A program text that is being written, indented by its blocks. */
final class Text {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** How many blocks are open. */
    int depth() {
        return depth;
    }

    void line(String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }

    void open(String head) {
        line(head + " {");
        depth++;
    }

    void orElse() {
        depth--;
        line("} else {");
        depth++;
    }

    void orElse(String head) {
        depth--;
        line("} else " + head + " {");
        depth++;
    }

    void close() {
        depth--;
        line("}");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
