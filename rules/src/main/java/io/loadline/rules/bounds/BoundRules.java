package io.loadline.rules.bounds;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class BoundRules {

    private BoundRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new CacheWithoutBound(), new ExecutorWithUnboundedQueue(), new ExecutorWithUnboundedThreads());
    }
}
