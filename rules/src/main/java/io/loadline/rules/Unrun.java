package io.loadline.rules;

import io.loadline.system.Subject;
import io.loadline.system.SystemModel;

/** How rules weigh code of which no service of the tree is built, where others are. */
public final class Unrun {

    private Unrun() {}

    /** Whether the tree has services and none of them runs a subject. */
    public static boolean is(Subject subject, SystemModel system) {
        return subject.services().isEmpty() && !system.services().isEmpty();
    }
}
