package io.loadline.flow.rows;

import io.loadline.code.FieldDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.flow.CallGraph;
import io.loadline.system.SystemModel;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Method;
import io.loadline.system.code.ProjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a query as literals, constants, local variables, string builders and small methods make it. A part that is not known
 * stands in the text as its name in double braces.
 */
final class QueryText {

    private static final int DEEPEST = 12;
    private static final int LONGEST = 20_000;
    private static final Set<String> SAME = Set.of(
            "toString",
            "trim",
            "strip",
            "stripIndent",
            "intern",
            "toLowerCase",
            "toUpperCase",
            "replace",
            "replaceAll");

    private final SystemModel system;

    QueryText(SystemModel system) {
        this.system = system;
    }

    /** The text; empty when nothing of it is known. */
    Optional<String> of(Node node, Method method) {
        String text = text(node, method, List.of(), 0);
        return text.replaceAll("\\{\\{[^}]*\\}\\}", "").isBlank() ? Optional.empty() : Optional.of(text);
    }

    private String text(Node node, Method method, List<String> open, int depth) {
        if (depth > DEEPEST) {
            return "{{}}";
        }
        if (node instanceof Node.Literal literal) {
            return literal.kind() == Node.LiteralKind.NULL ? "" : literal.text();
        }
        if (node instanceof Node.Operation sum && sum.operator().equals("+")) {
            return all(sum.operands(), method, open, depth);
        }
        if (node instanceof Node.ArrayOf parts) {
            return all(parts.elements(), method, open, depth);
        }
        if (node instanceof Node.Cast cast) {
            return text(cast.value(), method, open, depth + 1);
        }
        if (node instanceof Node.Branch choice) {
            return String.join(
                    " ",
                    choice.arms().stream()
                            .map(arm -> text(arm, method, open, depth + 1))
                            .toList());
        }
        if (node instanceof Node.Block block && block.steps().size() == 1) {
            return text(block.steps().get(0), method, open, depth + 1);
        }
        if (node instanceof Node.Call call) {
            return called(call, method, open, depth);
        }
        return named(node, method, open, depth);
    }

    private String all(List<Node> parts, Method method, List<String> open, int depth) {
        StringBuilder all = new StringBuilder();
        for (Node part : parts) {
            all.append(text(part, method, open, depth + 1));
            if (all.length() > LONGEST) {
                break;
            }
        }
        return all.toString();
    }

    private String named(Node node, Method method, List<String> open, int depth) {
        if (node instanceof Node.Name name) {
            return variable(name.id(), method, open, depth);
        }
        if (node instanceof Node.Select select) {
            return select.target() instanceof Node.Name self && self.id().equals("this")
                    ? field(method.owner(), select.name(), open, depth).orElse(unknown(select.name()))
                    : constant(select, method, open, depth);
        }
        if (node instanceof Node.New created && created.type().simpleName().matches("String(Builder|Buffer)?")) {
            boolean empty = created.arguments().isEmpty()
                    || (created.arguments().get(0) instanceof Node.Literal size
                            && size.kind() != Node.LiteralKind.STRING);
            return empty ? "" : text(created.arguments().get(0), method, open, depth + 1);
        }
        return unknown("");
    }

    private String called(Node.Call call, Method method, List<String> open, int depth) {
        Node receiver = call.receiver();
        boolean onText = SAME.contains(call.name()) || call.name().matches("concat|formatted");
        if (receiver != null && onText) {
            String left = text(receiver, method, open, depth + 1);
            return switch (call.name()) {
                case "concat" -> left + all(call.arguments(), method, open, depth + 1);
                case "formatted" -> filled(left, call.arguments(), method, open, depth);
                default -> left;
            };
        }
        if (call.name().equals("append") && receiver != null) {
            return text(receiver, method, open, depth + 1) + all(call.arguments(), method, open, depth + 1);
        }
        boolean format = call.name().equals("format")
                && receiver instanceof Node.Name type
                && type.id().equals("String");
        if (format && !call.arguments().isEmpty()) {
            return filled(
                    text(call.arguments().get(0), method, open, depth + 1),
                    call.arguments().subList(1, call.arguments().size()),
                    method,
                    open,
                    depth);
        }
        return returned(call, method, open, depth).orElse(unknown(call.name()));
    }

    private String filled(String format, List<Node> arguments, Method method, List<String> open, int depth) {
        String text = format;
        for (Node argument : arguments) {
            String value = text(argument, method, open, depth + 1);
            text = text.replaceFirst("%(\\d+\\$)?s", java.util.regex.Matcher.quoteReplacement(value));
        }
        return text.replaceAll("%(\\d+\\$)?[sd]", "{{}}");
    }

    /** What a method of the project gives back, when it is one expression or one variable. */
    private Optional<String> returned(Node.Call call, Method method, List<String> open, int depth) {
        Optional<CallSite> site = system.code().sites(method).stream()
                .filter(s -> s.node() == call)
                .findFirst();
        List<Method> targets =
                site.map(s -> system.ask(CallGraph.QUERY).from(s).methods()).orElse(List.of());
        if (targets.size() != 1) {
            return Optional.empty();
        }
        Method target = targets.get(0);
        Node.Block body = target.decl().body();
        String mark = target.owner().name() + "#" + target.name();
        if (body == null || open.contains(mark)) {
            return Optional.empty();
        }
        List<Node> results = Nodes.all(body, Node.Return.class).stream()
                .map(Node.Return::value)
                .filter(Objects::nonNull)
                .toList();
        if (results.isEmpty()) {
            return Optional.empty();
        }
        String text = text(results.get(results.size() - 1), target, plus(open, mark), depth + 1);
        boolean sure = results.size() == 1 && !text.isBlank();
        return Optional.of(sure ? text : text + unknown(call.name()));
    }

    private String variable(String name, Method method, List<String> open, int depth) {
        String mark = method.owner().name() + "#" + method.index() + "." + name;
        if (open.contains(mark)) {
            return "";
        }
        List<Node> parts = Nodes.valuesOf(name, method);
        boolean local = parts.stream().anyMatch(Objects::nonNull) && isLocal(name, method);
        if (local) {
            return all(parts, method, plus(open, mark), depth);
        }
        if (method.decl().parameters().stream().anyMatch(p -> p.name().equals(name))) {
            return unknown(name) + all(parts, method, plus(open, mark), depth);
        }
        return field(method.owner(), name, open, depth)
                .or(() -> method.owner()
                        .names()
                        .importedMember(name)
                        .flatMap(owner -> method.owner().names().view().findProject(owner))
                        .flatMap(type -> field(type, name, open, depth)))
                .orElse(unknown(name));
    }

    private static boolean isLocal(String name, Method method) {
        return method.decl().body() != null
                && Nodes.all(method.decl().body(), Node.Local.class).stream()
                        .anyMatch(l -> l.name().equals(name));
    }

    private String constant(Node.Select select, Method method, List<String> open, int depth) {
        return written(select.target())
                .map(type -> method.owner().names().resolve(TypeName.of(type)).name())
                .flatMap(type -> method.owner().names().view().findProject(type))
                .flatMap(type -> field(type, select.name(), open, depth))
                .orElse(unknown(select.name()));
    }

    private static Optional<String> written(Node node) {
        if (node instanceof Node.Name name) {
            return Optional.of(name.id());
        }
        return node instanceof Node.Select select
                ? written(select.target()).map(left -> left + "." + select.name())
                : Optional.empty();
    }

    /** The value of a field: as declared, or as constructors and initialisers set it. */
    private Optional<String> field(ProjectType type, String name, List<String> open, int depth) {
        String mark = type.name() + "." + name;
        if (open.contains(mark)) {
            return Optional.empty();
        }
        for (String above : type.names().view().lineage(type.name())) {
            Optional<ProjectType> owner = type.names().view().findProject(above);
            Optional<FieldDecl> field = owner.flatMap(t -> t.decl().fields().stream()
                    .filter(f -> f.name().equals(name))
                    .findFirst());
            if (field.isPresent()) {
                return value(owner.get(), field.get(), plus(open, mark), depth);
            }
        }
        return type.enclosing().flatMap(around -> field(around, name, open, depth));
    }

    private Optional<String> value(ProjectType owner, FieldDecl field, List<String> open, int depth) {
        for (Method method : owner.methods()) {
            if (method.name().startsWith("<") && method.decl().body() != null) {
                for (Node.Assign assign : Nodes.all(method.decl().body(), Node.Assign.class)) {
                    if (Nodes.isNamed(assign.target(), field.name())) {
                        return Optional.of(text(assign.value(), method, open, depth + 1));
                    }
                }
            }
        }
        Node init = field.initializer();
        if (init instanceof Node.Literal literal) {
            return Optional.of(literal.text());
        }
        // A field's value names no locals, so that any method of the type serves to look names up.
        return init == null
                ? Optional.empty()
                : owner.methods().stream().findFirst().map(any -> text(init, any, open, depth + 1));
    }

    private static List<String> plus(List<String> open, String mark) {
        List<String> all = new ArrayList<>(open);
        all.add(mark);
        return all;
    }

    private static String unknown(String name) {
        return "{{" + name + "}}";
    }
}
