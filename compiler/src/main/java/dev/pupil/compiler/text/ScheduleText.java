package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.lower.processor.instruction.Listing;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import java.util.List;

/** Schedules as text, an instruction a line; for people to read. */
public final class ScheduleText {
    private static final int INDENT = 2;

    private final Output output = new Output();

    private ScheduleText() {}

    /** The text of a schedule. */
    public static String print(Schedule schedule) {
        ScheduleText text = new ScheduleText();
        text.output.add("schedule " + Quoting.name(schedule.name())).line(0);
        text.print(schedule.registerFile());
        text.block("start", schedule.start());
        text.block("learn", schedule.learn());
        text.block("predict", schedule.predict());
        return text.output.finish();
    }

    private void print(RegisterFile registerFile) {
        registerFile.registers().forEach(register -> register("register", register));
        register("example", registerFile.example());
        registerFile.vectors().forEach(register -> register("vector", register));
        registerFile.matrices().forEach(register -> register("matrix", register));
        registerFile.numbers().forEach(register -> output.line(0).add("number " + register.field()));
        registerFile.numberVectors().forEach(register -> output.line(0).add("vector of numbers " + register.field()));
        registerFile.columnMarkers().forEach(marker -> output.line(0).add("marker of a column " + marker));
        registerFile.rowMarkers().forEach(marker -> output.line(0).add("marker of a row " + marker));
        registerFile.lanes().given().forEach(register -> register("lane of waves", register));
        registerFile
                .lanes()
                .travelling()
                .forEach(lane -> output.line(0)
                        .add("lane down from %s %s".formatted(lane.vector().field(), lane.field())));
        registerFile
                .lanes()
                .turned()
                .forEach(lane -> output.line(0)
                        .add("lane along the rows with the elements' numbers from %s %s"
                                .formatted(lane.vector().field(), lane.field())));
        registerFile.lanes().carries().forEach(register -> register("lane along rows", register));
    }

    private void register(String kind, Register register) {
        output.line(0)
                .add("%s %s: %s..%s = %s"
                        .formatted(kind, register.field(), register.low(), register.high(), register.initial()));
    }

    private void block(String name, List<Node> nodes) {
        output.line(0).line(0).add(name + " {");
        print(nodes, INDENT);
        output.line(0).add("}");
    }

    private void print(List<Node> nodes, int indent) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> single.instruction().print(new Lines(output.line(indent), indent));
                case Node.Loop loop -> {
                    output.line(indent).add("repeat " + loop.rounds() + " times while not negative {");
                    print(loop.test(), indent + INDENT);
                    output.line(indent).add("} do {");
                    print(loop.body(), indent + INDENT);
                    output.line(indent).add("}");
                }
            }
        }
    }

    /** What an instruction says of itself, on lines that are indented so far. */
    private record Lines(Output output, int indent) implements Listing {
        @Override
        public Listing text(String text) {
            output.add(text);
            return this;
        }

        @Override
        public Listing term(Term term) {
            new TermPrinter(output).print(term, Precedence.CHOICE, indent + INDENT);
            return this;
        }

        @Override
        public Listing line(String text) {
            output.line(indent).add(text);
            return this;
        }

        @Override
        public Listing detail(String text) {
            return new Lines(output, indent + INDENT).line(text);
        }
    }
}
