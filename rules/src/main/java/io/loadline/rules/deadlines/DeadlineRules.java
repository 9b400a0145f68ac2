package io.loadline.rules.deadlines;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class DeadlineRules {

    private DeadlineRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new HttpClientWithoutTimeout(), new ReactiveClientWithoutResponseTimeout());
    }
}
