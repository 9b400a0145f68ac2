package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.Target;
import io.loadline.system.code.TypeView;
import java.util.Locale;
import java.util.Optional;

/** Ways to a field other than its plain name. */
final class Accessors {

    private Accessors() {}

    /** The field that a generated getter, or a record's accessor, reads. */
    static Optional<FieldText> field(Texts texts, TypeView view, Target target) {
        if (target.arguments() != 0
                || target.declared().isPresent()
                || !target.receiver().isKnown()) {
            return Optional.empty();
        }
        Optional<ProjectType> type = view.findProject(target.receiver().name());
        return type.flatMap(t -> texts.field(t, property(target.name())));
    }

    /** The property that a getter is named after. */
    static String property(String getter) {
        for (String prefix : new String[] {"get", "is"}) {
            int start = prefix.length();
            if (getter.startsWith(prefix) && getter.length() > start && Character.isUpperCase(getter.charAt(start))) {
                return getter.substring(start, start + 1).toLowerCase(Locale.ROOT) + getter.substring(start + 1);
            }
        }
        return getter;
    }

    /** The field of {@code this.name} or {@code Type.NAME}. */
    static Optional<FieldText> field(Texts texts, ProjectType inside, Node node) {
        if (!(node instanceof Node.Select select)) {
            return Optional.empty();
        }
        if (select.target() instanceof Node.Name self
                && (self.id().equals("this") || self.id().equals("super"))) {
            return texts.field(inside, select.name());
        }
        return typeName(select.target())
                .map(inside.names()::qualified)
                .flatMap(inside.names().view()::findProject)
                .flatMap(type -> texts.field(type, select.name()));
    }

    private static Optional<String> typeName(Node node) {
        if (node instanceof Node.Name name) {
            return Optional.of(name.id());
        }
        return node instanceof Node.Select select
                ? typeName(select.target()).map(outer -> outer + "." + select.name())
                : Optional.empty();
    }
}
