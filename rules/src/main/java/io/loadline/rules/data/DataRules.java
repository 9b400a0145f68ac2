package io.loadline.rules.data;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class DataRules {

    private DataRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(
                new OpenSessionInView(),
                new QueryInLoop(),
                new RemoteCallInsideTransaction(),
                new UnboundedResultQuery());
    }
}
