package io.loadline.rules.communication;

import io.loadline.rule.Rule;
import java.util.List;

/** The rules of this room. */
public final class CommunicationRules {

    private CommunicationRules() {}

    /** All of them. */
    public static List<Rule<?>> all() {
        return List.of(new ClientConstructedPerRequest(), new RemoteCallInLoop());
    }
}
