package io.loadline.rules.state;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class StateRules {

    private StateRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new HttpSessionStateInMemory(), new ScheduledJobOnEveryReplica());
    }
}
