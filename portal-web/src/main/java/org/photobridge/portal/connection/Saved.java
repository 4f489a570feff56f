package org.photobridge.portal.connection;

import java.util.List;

/**
 * How saving went: the row's id, or everything that is wrong at once, and then nothing was changed.
 *
 * @param id the row; -1 if there are problems
 */
public record Saved(long id, List<FieldProblem> problems) {

    public Saved {
        problems = List.copyOf(problems);
    }

    public static Saved as(long id) {
        return new Saved(id, List.of());
    }

    public static Saved not(List<FieldProblem> problems) {
        return new Saved(-1, problems);
    }

    public boolean isDone() {
        return problems.isEmpty();
    }
}
