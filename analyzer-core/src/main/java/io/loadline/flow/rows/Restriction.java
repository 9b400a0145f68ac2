package io.loadline.flow.rows;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query asks of the rows.
 *
 * @param equal columns or properties that must equal one passed value
 * @param listed those that must be among passed values
 * @param other whether there are further conditions
 */
record Restriction(Set<String> equal, Set<String> listed, boolean other) {

    /** No condition at all. */
    static final Restriction NONE = new Restriction(Set.of(), Set.of(), false);

    /** Conditions that are not known one by one. */
    static final Restriction SOME = new Restriction(Set.of(), Set.of(), true);

    Restriction {
        equal = ordered(equal);
        listed = ordered(listed);
    }

    private static Set<String> ordered(Collection<String> names) {
        return java.util.Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    boolean isEmpty() {
        return equal.isEmpty() && listed.isEmpty() && !other;
    }

    /** Both together. */
    Restriction and(Restriction more) {
        return new Restriction(join(equal, more.equal), join(listed, more.listed), other || more.other);
    }

    private static Set<String> join(Set<String> a, Set<String> b) {
        return Stream.concat(a.stream(), b.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All columns for which values are passed. */
    List<String> passed() {
        return List.copyOf(join(equal, listed));
    }
}
