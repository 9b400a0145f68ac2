package io.loadline.flow;

import io.loadline.evidence.Location;
import io.loadline.flow.Reaches.Way;
import io.loadline.system.Reach;
import io.loadline.system.Subject;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.List;

/**
 * A stretch of code during which a database transaction, and with it a pooled connection, is held.
 *
 * @param owner the method that opens it
 * @param opens where it is opened: annotation, template or begin call
 * @param how what opens it, for people: {@code @Transactional}
 * @param inside the calls of the owner that run within, in order
 * @param usesDatabase whether anything within reaches a data store
 * @param slow ways from calls within to work that is slow and not the database's, the first for each call
 */
public record Transaction(
        Method owner,
        Location opens,
        String how,
        List<CallSite> inside,
        boolean usesDatabase,
        List<Way> slow,
        Reach reach,
        List<String> services)
        implements Subject {

    public Transaction {
        inside = List.copyOf(inside);
        slow = List.copyOf(slow);
        services = List.copyOf(services);
    }

    /** Whether the annotation of a type opens it, as for every other method of that type. */
    public boolean isOfType() {
        ProjectType type = owner.owner();
        return type.decl().annotations().stream()
                .anyMatch(annotation ->
                        Location.of(type.path(), annotation.span()).equals(opens));
    }

    @Override
    public String key() {
        return owner.key() + " " + how;
    }

    @Override
    public Location at() {
        return owner.at();
    }
}
