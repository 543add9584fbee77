package dev.pupil.compiler.text;

import dev.pupil.compiler.automaton.term.Term;
import dev.pupil.compiler.automaton.term.Terms;
import dev.pupil.compiler.lower.processor.instruction.Instruction;
import dev.pupil.compiler.lower.processor.instruction.Instruction.Order;
import dev.pupil.compiler.lower.processor.instruction.Node;
import dev.pupil.compiler.lower.processor.instruction.Register;
import dev.pupil.compiler.lower.processor.instruction.RegisterFile;
import dev.pupil.compiler.lower.processor.instruction.ScanBody;
import dev.pupil.compiler.lower.processor.instruction.Schedule;
import java.util.List;
import java.util.Map;

/** Schedules as text, an instruction a line; for people to read. */
public final class ScheduleText {
    private static final int INDENT = 2;

    private final Output output = new Output();

    private ScheduleText() {}

    /** The text of a schedule. */
    public static String print(Schedule schedule) {
        ScheduleText text = new ScheduleText();
        text.output.add("schedule " + Quoting.name(schedule.name())).line(0);
        text.print(schedule.equipment());
        text.block("start", schedule.start());
        text.block("learn", schedule.learn());
        text.block("predict", schedule.predict());
        return text.output.finish();
    }

    private void print(RegisterFile equipment) {
        equipment.registers().forEach(storage -> storage("register", storage));
        storage("example", equipment.example());
        equipment.vectors().forEach(storage -> storage("vector", storage));
        equipment.matrices().forEach(storage -> storage("matrix", storage));
        equipment.numbers().forEach(storage -> output.line(0).add("number " + storage.field()));
        equipment.numberVectors().forEach(storage -> output.line(0).add("vector of numbers " + storage.field()));
        equipment.columnMarkers().forEach(marker -> output.line(0).add("marker of a column " + marker));
        equipment.rowMarkers().forEach(marker -> output.line(0).add("marker of a row " + marker));
        equipment.lanes().given().forEach(storage -> storage("lane of waves", storage));
        equipment
                .lanes()
                .travelling()
                .forEach(lane -> output.line(0)
                        .add("lane down from %s %s".formatted(lane.vector().field(), lane.field())));
        equipment
                .lanes()
                .turned()
                .forEach(lane -> output.line(0)
                        .add("lane along the rows with the elements' numbers from %s %s"
                                .formatted(lane.vector().field(), lane.field())));
        equipment.lanes().carries().forEach(storage -> storage("lane along rows", storage));
    }

    private void storage(String kind, Register storage) {
        output.line(0)
                .add("%s %s: %s..%s = %s"
                        .formatted(kind, storage.field(), storage.low(), storage.high(), storage.initial()));
    }

    private void block(String name, List<Node> nodes) {
        output.line(0).line(0).add(name + " {");
        print(nodes, INDENT);
        output.line(0).add("}");
    }

    private void print(List<Node> nodes, int indent) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Single single -> print(single.instruction(), indent);
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

    private void print(Instruction instruction, int indent) {
        switch (instruction) {
            case Instruction.Compute compute -> {
                output.line(indent).add(compute.updates().isEmpty() ? "wait" : "compute");
                assignments(compute.updates(), indent + INDENT);
            }
            case Instruction.Scan scan -> print(scan, indent);
            case Instruction.Arithmetic arithmetic -> print(arithmetic, indent);
            case Instruction.Test test -> output.line(indent).add(test.register() + " = accumulator is negative");
            case Instruction.MarkColumn mark -> output.line(indent).add("mark column accumulator: " + mark.marker());
            case Instruction.MarkRow mark -> output.line(indent).add("mark row accumulator: " + mark.marker());
            case Instruction.Advance advance -> {
                output.line(indent).add("advance " + advance.marker() + " when ");
                new TermPrinter(output).print(advance.when(), Precedence.CHOICE, indent + INDENT);
            }
            case Instruction.AddElement add -> {
                output.line(indent).add("accumulator += " + add.vector() + " where ");
                new TermPrinter(output).print(add.place(), Precedence.CHOICE, indent + INDENT);
            }
            case Instruction.PutElement put -> {
                output.line(indent).add(put.vector() + " = accumulator where ");
                new TermPrinter(output).print(Terms.and(put.place(), put.when()), Precedence.CHOICE, indent + INDENT);
            }
            case Instruction.Settle settle -> output.line(indent).add("settle " + settle.marker());
            case Instruction.LoadRow load ->
                output.line(indent)
                        .add("load %s from row %s".formatted(load.buffer().field(), load.marker()));
            case Instruction.SaveRow save ->
                output.line(indent)
                        .add("save %s to row %s".formatted(save.buffer().field(), save.marker()));
            case Instruction.Wave wave -> print(wave, indent);
            case Instruction.Measure measure -> output.line(indent).add("measure accumulator");
            case Instruction.CountExamples count -> output.line(indent).add("accumulator += m");
            case Instruction.NextExample next -> output.line(indent).add("next example");
            case Instruction.Answer answer -> assignment("answer", answer.value(), indent);
        }
    }

    private void print(Instruction.Wave wave, int indent) {
        output.line(indent);
        if (!wave.when().equals(Terms.TRUE)) {
            output.add("when ");
            new TermPrinter(output).print(wave.when(), Precedence.CHOICE, indent);
            output.add(": ");
        }
        output.add("wave to the right in every row with");
        assignments(wave.given(), indent + INDENT);
        output.line(indent).add("that does");
        assignments(wave.body().lanes(), indent + INDENT);
        assignments(wave.body().cells(), indent + INDENT);
    }

    private void print(Instruction.Scan scan, int indent) {
        ScanBody body = scan.body();
        String waiting = scan.isAwaited() ? "" : ", and go on";
        output.line(indent).add("scan to the " + body.direction().keyword() + waiting);
        assignments(body.registers(), indent + INDENT);
        assignments(body.cells(), indent + INDENT);
        body.sum().ifPresent(sum -> assignment("accumulator +", sum, indent + INDENT));
    }

    private void assignments(Map<String, Term> values, int indent) {
        values.forEach((field, value) -> assignment(field, value, indent));
    }

    private void assignment(String target, Term value, int indent) {
        output.line(indent).add(target + (target.endsWith("+") ? "= " : " = "));
        new TermPrinter(output).print(value, Precedence.CHOICE, indent + INDENT);
    }

    private void print(Instruction.Arithmetic arithmetic, int indent) {
        output.line(indent);
        if (!arithmetic.when().equals(Terms.TRUE)) {
            output.add("when ");
            new TermPrinter(output).print(arithmetic.when(), Precedence.CHOICE, indent);
            output.add(": ");
        }
        output.add(
                switch (arithmetic.order()) {
                    case Order.None none -> "";
                    case Order.Clear clear -> "accumulator = 0 ";
                    case Order.Complement complement -> "accumulator = -accumulator - 1 ";
                    case Order.Put put -> put.number() + " = accumulator ";
                    case Order.Deepen deepen -> "signs one row further down ";
                    case Order.Unmark unmark -> unmark.marker() + " to row 0 ";
                });
        arithmetic.addend().ifPresent(number -> output.add("accumulator += " + number));
        if (!arithmetic.small().equals(Terms.constant(0))) {
            output.add("accumulator += ");
            new TermPrinter(output).print(arithmetic.small(), Precedence.CHOICE, indent);
        }
    }
}
