package dev.pupil.compiler.check.range;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.MutableGraph;
import dev.pupil.compiler.program.Variable;

/** Which variables are assigned, directly or through others, from each other. */
final class Groups {
    /** An edge goes from a variable to those that its new values are made of. */
    private final ImmutableGraph<Variable> sources;

    private Groups(ImmutableGraph<Variable> sources) {
        this.sources = sources;
    }

    static Groups of(ImmutableSet<Variable> variables, ImmutableListMultimap<Variable, Site> sites) {
        MutableGraph<Variable> sources = GraphBuilder.directed()
                .allowsSelfLoops(true)
                .nodeOrder(ElementOrder.insertion())
                .build();
        variables.forEach(sources::addNode);
        for (Variable variable : variables) {
            for (Site site : sites.get(variable)) {
                Change.sources(site.assign().value()).stream()
                        .filter(variables::contains)
                        .forEach(source -> sources.putEdge(variable, source));
            }
        }
        return new Groups(ImmutableGraph.copyOf(sources));
    }

    /** The variables that {@code variable} is made of and that are made of it, itself included. */
    ImmutableSet<Variable> of(Variable variable) {
        return Graphs.reachableNodes(sources, variable).stream()
                .filter(other -> Graphs.reachableNodes(sources, other).contains(variable))
                .collect(ImmutableSet.toImmutableSet());
    }
}
