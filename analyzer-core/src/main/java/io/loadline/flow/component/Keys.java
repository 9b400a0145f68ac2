package io.loadline.flow.component;

import io.loadline.catalog.Catalog;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.system.Setting;
import io.loadline.system.code.ProjectType;
import io.loadline.system.code.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values that code takes from configuration: by placeholder, by key, or by a type whose fields hold keys. */
final class Keys {

    private static final String OPEN = "${";
    private static final int DEEPEST = 8;

    private final Catalog catalog;

    Keys(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The value that an annotation puts into a field or parameter; empty where none of them does. */
    Optional<Setting> annotated(List<Annotation> annotations, ProjectType at, Configured configured) {
        for (Annotation annotation : annotations) {
            Location place = Location.of(at.path(), annotation.span());
            if (is(annotation, at, "property")) {
                Optional<String> key = text(annotation, "name").or(() -> text(annotation, "value"));
                if (key.isPresent()) {
                    return Optional.of(
                            key(key.get(), text(annotation, "defaultValue").orElse(null), place, configured));
                }
            }
            Optional<String> written = text(annotation, "value").filter(t -> t.contains(OPEN));
            if (written.isPresent()) {
                return Optional.of(placeholder(written.get(), place, configured));
            }
        }
        return Optional.empty();
    }

    /** The value that an annotation gives where configuration says nothing. */
    Optional<String> plainText(List<Annotation> annotations) {
        return annotations.stream().flatMap(a -> text(a, "value").stream()).findFirst();
    }

    private static Optional<String> text(Annotation annotation, String member) {
        return annotation
                .member(member)
                .filter(Node.Literal.class::isInstance)
                .map(node -> ((Node.Literal) node).text());
    }

    private boolean is(Annotation annotation, ProjectType at, String word) {
        return catalog.injections(at.names().annotation(annotation.name())).contains(word);
    }

    /** The prefix of the keys that a type's fields hold. */
    Optional<String> prefix(ProjectType type) {
        return type.decl().annotations().stream()
                .filter(a -> is(a, type, "properties"))
                .map(a -> text(a, "prefix").or(() -> text(a, "value")).orElse(""))
                .findFirst();
    }

    /** The key that a getter, or a chain of getters, reads. */
    Optional<String> key(Node node, MethodText text, TypeView view) {
        Node receiver = node instanceof Node.Call called ? called.receiver() : null;
        if (!(node instanceof Node.Call call)
                || receiver == null
                || !call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Optional<ProjectType> on =
                text.site(call).map(site -> site.target().receiver().name()).flatMap(view::findProject);
        String property = Words.kebab(Accessors.property(call.name()));
        Optional<String> above = on.flatMap(this::prefix).or(() -> key(receiver, text, view));
        return on.isEmpty() ? Optional.empty() : above.map(p -> p.isEmpty() ? property : p + "." + property);
    }

    /** The value of a key, or what the code takes where nobody sets it. */
    Setting key(String key, @org.jspecify.annotations.Nullable String otherwise, Location at, Configured configured) {
        Evidence here = new Evidence(at, "takes the value of " + key);
        Optional<Setting> found = configured.lookup(key);
        if (found.isPresent()) {
            return found.get() instanceof Setting.Unresolved open
                    ? new Setting.Unresolved(open.why(), joined(here, open.origin()))
                    : new Setting.Stated(
                            found.get().known().orElse(""),
                            joined(here, found.get().origin()));
        }
        return otherwise == null
                ? new Setting.Unresolved("no configuration that was read sets " + key, List.of(here))
                : new Setting.Stated(otherwise, List.of(here));
    }

    private static List<Evidence> joined(Evidence first, List<Evidence> rest) {
        List<Evidence> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    /** The value of a text with {@code ${key:default}} in it. */
    Setting placeholder(String text, Location at, Configured configured) {
        return placeholder(text, at, configured, 0);
    }

    private Setting placeholder(String text, Location at, Configured configured, int depth) {
        int open = text.indexOf(OPEN);
        int close = open < 0 ? -1 : closing(text, open + OPEN.length());
        if (text.contains("#{") || depth >= DEEPEST) {
            return new Setting.Unresolved(
                    "the value is worked out by an expression",
                    List.of(new Evidence(at, "takes its value from an expression")));
        }
        if (close < 0) {
            return new Setting.Stated(text, List.of());
        }
        String inside = text.substring(open + OPEN.length(), close);
        int colon = inside.indexOf(':');
        String key = colon < 0 ? inside : inside.substring(0, colon);
        Setting value = key(key, colon < 0 ? null : inside.substring(colon + 1), at, configured);
        if (value.known().isEmpty()) {
            return value;
        }
        Setting whole = placeholder(
                text.substring(0, open) + value.known().get() + text.substring(close + 1), at, configured, depth + 1);
        return whole.known().isEmpty()
                ? whole
                : new Setting.Stated(whole.known().get(), value.origin());
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.startsWith(OPEN, i)) {
                depth++;
            } else if (text.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
