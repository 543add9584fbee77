package dev.pupil.verify.trial.syntax;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What can be seen in a block: its own names, and those of the blocks around it. */
final class Names {
    private final Optional<Names> around;
    private final Map<String, Cells> own = new HashMap<>();

    private Names(Optional<Names> around) {
        this.around = around;
    }

    static Names outermost() {
        return new Names(Optional.empty());
    }

    Names inner() {
        return new Names(Optional.of(this));
    }

    void declare(String name, Cells cells) {
        own.put(name, cells);
    }

    Cells get(String name) {
        Cells cells = own.get(name);
        return cells != null
                ? cells
                : around.orElseThrow(() -> new IllegalStateException("no " + name))
                        .get(name);
    }
}
