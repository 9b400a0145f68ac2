package io.loadline.system.code;

import java.util.List;
import java.util.function.Function;

/** Runs independent pieces of work, one after the other or side by side; results come in the order of the work. */
public interface Workers {

    /** Applies the work to every item. */
    <T, R> List<R> map(List<T> items, Function<T, R> work);

    /** One after the other, on the calling thread. */
    static Workers here() {
        return new Workers() {
            @Override
            public <T, R> List<R> map(List<T> items, Function<T, R> work) {
                return items.stream().map(work).toList();
            }
        };
    }
}
