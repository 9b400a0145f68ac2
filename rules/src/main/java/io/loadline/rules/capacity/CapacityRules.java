package io.loadline.rules.capacity;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class CapacityRules {

    private CapacityRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new ConnectionsExceedDatabaseMax(), new HeapPlusNativeExceedsLimit());
    }
}
