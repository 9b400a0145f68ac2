package io.loadline.rules.resilience;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class ResilienceRules {

    private ResilienceRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new RetryWithoutBackoff());
    }
}
