package dev.pupil.runtime.training;

/** How memory weights come about. */
public enum TrainingMethod {
    /** Plain stochastic gradient descent with full back-propagation. */
    SGD("sgd"),
    /** The weights that SGD provably reaches, written down without any gradient. */
    CLOSED_FORM("closed-form");

    private final String text;

    TrainingMethod(String text) {
        this.text = text;
    }

    /** What users call it. */
    @Override
    public String toString() {
        return text;
    }
}
