package io.loadline.code;

import io.loadline.evidence.Span;
import java.util.List;
import java.util.Optional;

/**
 * An annotation as written.
 *
 * @param name as written, without {@code @}
 * @param members in order; the single unnamed member is called {@code value}. Arrays are {@link Node.ArrayOf}, nested annotations
 *     {@link Node.Annotated}.
 */
public record Annotation(String name, List<Member> members, Span span) {

    /** One {@code name = value} pair. */
    public record Member(String name, Node value) {}

    public Annotation {
        members = List.copyOf(members);
    }

    /** The last part of the written name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The value of the named member, where it is written. */
    public Optional<Node> member(String member) {
        return members.stream()
                .filter(m -> m.name().equals(member))
                .map(Member::value)
                .findFirst();
    }
}
