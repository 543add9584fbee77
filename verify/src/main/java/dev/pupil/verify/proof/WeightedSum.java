package dev.pupil.verify.proof;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A sum of formulas, each 0 or 1, times integers, plus an integer.
 *
 * @param terms what is added, by decreasing size of the weights; different variables, no weight is 0
 * @param constant what is always added
 */
record WeightedSum(ImmutableList<Term> terms, long constant) {
    /** More partial sums than this are not compiled from programs. */
    private static final int MOST_PARTIAL_SUMS = 100_000;

    /** {@code weight} where {@code literal}, positive, is 1. */
    record Term(int literal, long weight) {}

    /** Collects terms; those of the same formula become one. */
    static final class Builder {
        private final Map<Integer, Long> weights = new TreeMap<>();
        private long constant;

        Builder add(long weight) {
            constant = Math.addExact(constant, weight);
            return this;
        }

        Builder add(long weight, int literal) {
            if (Math.abs(literal) == Formulas.TRUE) {
                return literal == Formulas.TRUE ? add(weight) : this;
            }
            if (literal < 0) {
                return add(weight).add(-weight, -literal);
            }
            weights.merge(literal, weight, Math::addExact);
            return this;
        }

        WeightedSum build() {
            return new WeightedSum(
                    weights.entrySet().stream()
                            .filter(entry -> entry.getValue() != 0)
                            .map(entry -> new Term(entry.getKey(), entry.getValue()))
                            .sorted((one, other) -> Long.compare(Math.abs(other.weight), Math.abs(one.weight)))
                            .collect(ImmutableList.toImmutableList()),
                    constant);
        }
    }

    /** The formula "the sum is at least {@code bound}". */
    int atLeast(Formulas formulas, long bound) {
        return new Comparison(formulas, terms, Math.subtractExact(bound, constant)).formula();
    }

    /** The formula "the sum is {@code value}". */
    int equalTo(Formulas formulas, long value) {
        return formulas.and(atLeast(formulas, value), -atLeast(formulas, Math.addExact(value, 1)));
    }

    /** The formula "the sum is {@code unit} times the value of {@code expected}". */
    int equalTo(Formulas formulas, Spread expected, long unit) {
        return formulas.or(expected.where().entrySet().stream()
                .map(value ->
                        formulas.and(value.getValue(), equalTo(formulas, Math.multiplyExact(value.getKey(), unit))))
                .toList());
    }

    /** All values greater than 0 that the sum can have, as far as its formulas are independent; ascending. */
    TreeSet<Long> positiveValues() {
        long above = terms.stream().mapToLong(term -> Math.max(0, term.weight)).sum();
        TreeSet<Long> sums = new TreeSet<>(List.of(constant));
        for (Term term : terms) {
            TreeSet<Long> more = new TreeSet<>();
            above -= Math.max(0, term.weight);
            for (long sum : sums) {
                more.add(sum);
                more.add(Math.addExact(sum, term.weight));
            }
            more.headSet(-above, true).clear();
            sums = more;
            requireFew(sums.size());
        }
        sums.headSet(0L, true).clear();
        return sums;
    }

    /** The sum in an assignment. */
    long value(Assignment assignment) {
        return constant
                + terms.stream()
                        .filter(term -> assignment.isTrue(term.literal))
                        .mapToLong(Term::weight)
                        .sum();
    }

    private static void requireFew(int partialSums) {
        if (partialSums > MOST_PARTIAL_SUMS) {
            throw new UndecidedException("a sum of weights takes more than %s values".formatted(MOST_PARTIAL_SUMS));
        }
    }

    /**
     * Builds "the terms from {@code position} on add up to at least {@code bound}" as a decision diagram: term by term,
     * until what is left can no longer decide.
     */
    private static final class Comparison {
        private final Formulas formulas;
        private final List<Term> terms;
        private final long bound;
        private final long[] least;
        private final long[] most;
        private final List<Map<Long, Integer>> known;
        private int size;

        Comparison(Formulas formulas, List<Term> terms, long bound) {
            this.formulas = formulas;
            this.terms = terms;
            this.bound = bound;
            this.least = new long[terms.size() + 1];
            this.most = new long[terms.size() + 1];
            for (int position = terms.size() - 1; position >= 0; position--) {
                long weight = terms.get(position).weight;
                least[position] = Math.addExact(least[position + 1], Math.min(0, weight));
                most[position] = Math.addExact(most[position + 1], Math.max(0, weight));
            }
            this.known = terms.stream()
                    .<Map<Long, Integer>>map(term -> new HashMap<>())
                    .toList();
        }

        int formula() {
            return atLeast(0, bound);
        }

        private int atLeast(int position, long missing) {
            if (missing <= least[position]) {
                return Formulas.TRUE;
            }
            if (missing > most[position]) {
                return Formulas.FALSE;
            }
            Integer built = known.get(position).get(missing);
            if (built != null) {
                return built;
            }
            Term term = terms.get(position);
            int with = atLeast(position + 1, missing - term.weight);
            int without = atLeast(position + 1, missing);
            int formula = formulas.choice(term.literal, with, without);
            known.get(position).put(missing, formula);
            requireFew(++size);
            return formula;
        }
    }
}
