package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.code.Annotation;
import io.loadline.code.Node;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of entry points for people: verb and path where there is one, otherwise the method. */
final class EntryNames {

    private EntryNames() {}

    static String of(CatalogFile.Entry stated, Annotation annotation, Method carrier, Method method) {
        boolean named = stated.verb() != null
                || stated.typePath() != null
                || !stated.pathMembers().isEmpty();
        if (!stated.kind().equals("http") || !named) {
            return method.title();
        }
        String prefix = stated.typePath() == null
                ? ""
                : method.owner().lineage().stream()
                        .map(type -> prefix(type, stated))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse("");
        Annotation holder = stated.pathAnnotation() == null
                ? annotation
                : carrier.annotation(stated.pathAnnotation()).orElse(annotation);
        String path = path(holder, stated.pathMembers(), carrier.owner()).orElse("");
        String verb = stated.verb() != null ? stated.verb() : verb(annotation);
        return verb + " " + join(prefix, path);
    }

    /** The name of a route whose handler is passed to a call: the first text in the call, or in those that it is made on. */
    static String ofRoute(CatalogFile.Entry stated, Node.Call route) {
        String verb = stated.verb() == null ? "ANY" : stated.verb();
        for (Node here = route; here instanceof Node.Call call; here = call.receiver()) {
            Optional<String> path = call.arguments().stream()
                    .flatMap(a -> a instanceof Node.Call inner ? inner.arguments().stream() : Stream.of(a))
                    .filter(a -> a instanceof Node.Literal text && text.kind() == Node.LiteralKind.STRING)
                    .map(a -> ((Node.Literal) a).text())
                    .findFirst();
            if (path.isPresent()) {
                String shown = call.name().matches("(?i)get|post|put|patch|delete|head|options")
                        ? call.name().toUpperCase(Locale.ROOT)
                        : verb;
                return shown + " " + join("", path.get());
            }
        }
        return "";
    }

    private static Optional<String> prefix(ProjectType type, CatalogFile.Entry stated) {
        return stated.typePath() == null
                ? Optional.empty()
                : type.annotation(stated.typePath()).flatMap(a -> path(a, stated.pathMembers(), type));
    }

    private static String verb(Annotation annotation) {
        return annotation
                .member("method")
                .map(node ->
                        node instanceof Node.ArrayOf array && !array.elements().isEmpty()
                                ? array.elements().get(0)
                                : node)
                .map(node -> node instanceof Node.Select select
                        ? select.name()
                        : node instanceof Node.Name name ? name.id() : "ANY")
                .orElse("ANY");
    }

    private static Optional<String> path(Annotation annotation, List<String> members, ProjectType type) {
        for (String member : members.isEmpty() ? List.of("value", "path") : members) {
            Optional<String> text = annotation.member(member).flatMap(node -> text(node, type));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Node node, ProjectType type) {
        if (node instanceof Node.Literal literal) {
            return Optional.of(literal.text());
        }
        if (node instanceof Node.ArrayOf array) {
            return array.elements().stream()
                    .map(e -> text(e, type))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (node instanceof Node.Operation sum && sum.operator().equals("+")) {
            StringBuilder all = new StringBuilder();
            sum.operands().forEach(o -> text(o, type).ifPresent(all::append));
            return Optional.of(all.toString());
        }
        return constant(node, type);
    }

    private static Optional<String> constant(Node node, ProjectType type) {
        if (node instanceof Node.Name name) {
            return field(type, name.id());
        }
        if (node instanceof Node.Select select && select.target() instanceof Node.Name owner) {
            return type.names()
                    .view()
                    .findProject(type.names().qualified(owner.id()))
                    .flatMap(t -> field(t, select.name()));
        }
        return Optional.empty();
    }

    private static Optional<String> field(ProjectType type, String name) {
        return type.decl().fields().stream()
                .filter(f -> f.name().equals(name))
                .flatMap(f -> Optional.ofNullable(f.initializer()).stream())
                .map(value -> text(value, type))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String join(String prefix, String path) {
        String all = ("/" + prefix + "/" + path).replaceAll("/{2,}", "/");
        return all.length() > 1 && all.endsWith("/") ? all.substring(0, all.length() - 1) : all;
    }
}
