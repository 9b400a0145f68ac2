package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts out one template. What cannot be told stays as the directive's own text: a condition that cannot be told is taken to hold,
 * since people write templates for what they deploy, and a list that cannot be told is taken to have one element.
 */
final class Renderer {

    private static final Pattern OBJECT = Pattern.compile("(?m)^kind:");
    private static final int MAX_CALLS = 40;
    private static final int MAX_STEPS = 100_000;
    private static final int MAX_OUTPUT = 2 << 20;

    private final String path;
    private final Map<String, List<Node>> definitions;
    private final Evaluator evaluator;
    private final Origins origins;
    private final List<SwitchedOff> switchedOff = new ArrayList<>();
    private int calls;
    private int steps;
    private int unresolved;

    Renderer(String path, Map<String, List<Node>> definitions, Origins origins) {
        this.path = path;
        this.definitions = definitions;
        this.origins = origins;
        this.evaluator = new Evaluator(origins, this::include);
    }

    /** Directives that were left as text. */
    int unresolved() {
        return unresolved;
    }

    /** Whole objects that a value of the chart switches off, once rendered. */
    List<SwitchedOff> switchedOff() {
        return List.copyOf(switchedOff);
    }

    Sheet render(List<Node> body, Tree root) {
        Sheet sheet = new Sheet();
        put(body, Scope.of(root), sheet);
        return sheet;
    }

    private @Nullable String include(String name, @Nullable Tree dot) {
        List<Node> body = definitions.get(name);
        if (body == null || ++calls > MAX_CALLS) {
            calls -= body == null ? 0 : 1;
            return null;
        }
        Sheet sheet = new Sheet();
        put(body, Scope.of(dot), sheet);
        calls--;
        return sheet.text();
    }

    private void put(List<Node> nodes, Scope scope, Sheet sheet) {
        for (Node node : nodes) {
            if (++steps > MAX_STEPS || sheet.length() > MAX_OUTPUT) {
                throw new TemplateException("the template puts out too much", 1);
            }
            put(node, scope, sheet);
        }
    }

    private void put(Node node, Scope scope, Sheet sheet) {
        if (node instanceof Node.Text text) {
            sheet.append(path, text.text(), text.line());
        } else if (node instanceof Node.Output output) {
            output(output, scope, sheet);
        } else if (node instanceof Node.Assign assign) {
            assign(assign, scope);
        } else if (node instanceof Node.Choice choice) {
            choose(choice, scope, sheet);
        } else if (node instanceof Node.Repeat repeat) {
            repeat(repeat, scope, sheet);
        } else if (node instanceof Node.Invoke invoke) {
            String text = include(invoke.name(), evaluator.value(invoke.argument(), scope));
            sheet.insert(text == null ? "" : text, List.of(), line(invoke.line()), null);
        }
    }

    private Place line(int line) {
        return new Place(path, Span.onLine(line, 1, 1));
    }

    private void output(Node.Output output, Scope scope, Sheet sheet) {
        Tree value = evaluator.value(output.value(), scope);
        if (value instanceof Tree.Scalar scalar) {
            sheet.insert(scalar.value(), evaluator.placesOf(scalar), line(output.line()), origins.of(scalar));
        } else {
            unresolved++;
            String source = output.source().replaceAll("\\s+", " ");
            sheet.insert(source, List.of(), line(output.line()), null);
        }
    }

    private void assign(Node.Assign assign, Scope scope) {
        Tree value = evaluator.value(assign.value(), scope);
        if (assign.isNew()) {
            scope.declare(assign.name(), value);
        } else {
            scope.assign(assign.name(), value);
        }
    }

    private void choose(Node.Choice choice, Scope scope, Sheet sheet) {
        for (Node.Branch branch : choice.branches()) {
            Expression condition = branch.condition();
            Tree value = condition == null ? null : evaluator.value(condition, scope);
            if (value != null && !Values.isTrue(value)) {
                continue;
            }
            Scope inner = scope.inside(branch.rebinds() ? value : scope.dot());
            if (!branch.variable().isEmpty()) {
                inner.declare(branch.variable(), value);
            }
            put(branch.body(), inner, sheet);
            return;
        }
        if (choice.branches().size() == 1) {
            remember(choice.branches().get(0), scope);
        }
    }

    private void remember(Node.Branch branch, Scope scope) {
        Optional<Node.Text> object = branch.body().stream()
                .filter(Node.Text.class::isInstance)
                .map(Node.Text.class::cast)
                .filter(text -> OBJECT.matcher(text.text()).find())
                .findFirst();
        Expression.Field value = branch.condition() == null ? null : switchOf(branch.condition(), scope);
        if (object.isEmpty() || value == null || calls > 0) {
            return;
        }
        Tree off = evaluator.value(value, scope);
        Place written = off == null ? null : origins.of(off);
        Sheet sheet = new Sheet();
        put(branch.body(), scope.inside(scope.dot()), sheet);
        String key = String.join(".", value.names().subList(1, value.names().size()));
        switchedOff.add(
                new SwitchedOff(sheet, key, written == null ? line(object.get().line()) : written));
    }

    /** The value of the chart for which a condition does not hold. */
    private Expression.@Nullable Field switchOf(Expression condition, Scope scope) {
        if (condition instanceof Expression.Field field) {
            boolean ofChart = field.names().size() > 1 && field.names().get(0).equals("Values");
            return ofChart ? field : null;
        }
        if (!(condition instanceof Expression.Call call) || !call.function().equals("and")) {
            return null;
        }
        for (Expression part : call.arguments()) {
            Tree value = evaluator.value(part, scope);
            if (value != null && !Values.isTrue(value)) {
                return switchOf(part, scope);
            }
        }
        return null;
    }

    private void repeat(Node.Repeat repeat, Scope scope, Sheet sheet) {
        Tree over = evaluator.value(repeat.over(), scope);
        if (over == null || (over instanceof Tree.Scalar && Values.isTrue(over))) {
            element(repeat, null, null, scope, sheet);
            return;
        }
        List<Tree.Entry> entries = over.entries();
        entries.forEach(e -> element(repeat, Values.text(e.key()), e.value(), scope, sheet));
        List<Tree> elements = over.items();
        for (int i = 0; i < elements.size(); i++) {
            element(repeat, Values.plain(i), elements.get(i), scope, sheet);
        }
        if (entries.isEmpty() && elements.isEmpty()) {
            put(repeat.otherwise(), scope.inside(scope.dot()), sheet);
        }
    }

    private void element(Node.Repeat repeat, @Nullable Tree key, @Nullable Tree value, Scope scope, Sheet sheet) {
        Scope inner = scope.inside(value);
        if (!repeat.key().isEmpty()) {
            inner.declare(repeat.key(), key);
        }
        if (!repeat.element().isEmpty()) {
            inner.declare(repeat.element(), value);
        }
        put(repeat.body(), inner, sheet);
    }
}
