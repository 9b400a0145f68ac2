package io.loadline.system.code;

import io.loadline.source.Crew;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does independent pieces of work side by side; results come in the order of the work, whatever the number of threads.
 *
 * @param threads how many, at least one
 */
public record Workers(int threads) {

    /** Applies the work to every item. The first failure is thrown when all threads have ended. */
    public <T, R> List<R> map(List<T> items, Function<T, R> work) {
        List<@Nullable R> results = new ArrayList<>(Collections.nCopies(items.size(), null));
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Crew.run(
                () -> {
                    try {
                        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                            results.set(i, work.apply(items.get(i)));
                        }
                    } catch (RuntimeException | Error thrown) {
                        failure.compareAndSet(null, thrown);
                    }
                },
                threads);
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("a piece of work failed", thrown);
        }
        List<R> all = new ArrayList<>(results.size());
        results.forEach(r -> all.add(java.util.Objects.requireNonNull(r)));
        return all;
    }
}
