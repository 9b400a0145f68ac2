package io.loadline.system;

/**
 * A whole-program question. It is asked by name, answered when first asked and remembered by the model, so that every rule sees the same
 * answer.
 *
 * @param <T> the type of the answer; immutable
 */
public abstract class Query<T> {

    private final String name;

    protected Query(String name) {
        this.name = name;
    }

    /** The question for people and problems. */
    public final String name() {
        return name;
    }

    /** Works the answer out. Called once per model. */
    protected abstract T compute(SystemModel system);
}
