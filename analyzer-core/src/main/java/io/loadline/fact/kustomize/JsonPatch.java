package io.loadline.fact.kustomize;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Applies single changes to an object. What stands between the object and an added value is made where it is missing, since the tool
 * itself has already put labels and annotations there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6902">RFC 6902</a>
 */
final class JsonPatch {

    private static final int LONGEST_PATH = 100;
    private static final int MOST_COPIES = 100;
    private static final int MOST_VALUES = 100_000;

    private final Sources sources;
    private int copies;

    JsonPatch(Sources sources) {
        this.sources = sources;
    }

    /** The object after one change; empty when the change leads nowhere. */
    Optional<Tree> applied(Tree object, Tree change) {
        List<String> path = path(change.text("path").orElse(""));
        String operation = change.text("op").orElse("");
        return switch (operation) {
            case "add", "replace" ->
                path.size() > LONGEST_PATH
                        ? Optional.empty()
                        : set(object, path, value(change), operation.equals("add"));
            case "remove" -> removed(object, path);
            case "test" -> Optional.of(object);
            case "copy", "move" -> {
                if (++copies > MOST_COPIES || path.size() > LONGEST_PATH) {
                    yield Optional.empty();
                }
                List<String> from = path(change.text("from").orElse(""));
                Optional<Tree> value = found(object, from);
                Optional<Tree> rest = operation.equals("move") ? removed(object, from) : Optional.of(object);
                yield value.flatMap(v -> rest.flatMap(r -> set(r, path, v, true)))
                        .filter(changed -> count(changed, 0) < MOST_VALUES);
            }
            default -> Optional.empty();
        };
    }

    /** Values of a tree and so many before, as far as they matter: copies of copies grow beyond all bounds. */
    private static int count(Tree tree, int before) {
        int count = before + 1;
        for (Tree.Entry entry : tree.entries()) {
            count = count < MOST_VALUES ? count(entry.value(), count) : count;
        }
        for (Tree element : tree.items()) {
            count = count < MOST_VALUES ? count(element, count) : count;
        }
        return count;
    }

    private static Tree value(Tree change) {
        return change.at("value").orElse(new Tree.Scalar("", false, Span.START));
    }

    private static List<String> path(String pointer) {
        List<String> path = new ArrayList<>();
        for (String step : pointer.split("/", -1)) {
            path.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return path.subList(Math.min(1, path.size()), path.size());
    }

    private static Optional<Tree> found(Tree tree, List<String> path) {
        Optional<Tree> here = Optional.of(tree);
        for (String step : path) {
            here = here.flatMap(t -> child(t, step));
        }
        return here;
    }

    private static Optional<Tree> child(Tree tree, String step) {
        int index = index(tree, step);
        return tree instanceof Tree.Items items
                ? index < 0 || index >= items.elements().size()
                        ? Optional.empty()
                        : Optional.of(items.elements().get(index))
                : tree.at(step);
    }

    /** The position that a step names in a list, the one after the last for a dash; -1 where it names none. */
    private static int index(Tree tree, String step) {
        if (!(tree instanceof Tree.Items items)) {
            return -1;
        }
        return step.equals("-")
                ? items.elements().size()
                : step.matches("\\d{1,6}")
                                && Integer.parseInt(step) <= items.elements().size()
                        ? Integer.parseInt(step)
                        : -1;
    }

    private Optional<Tree> set(Tree tree, List<String> path, Tree value, boolean adds) {
        if (path.isEmpty()) {
            return Optional.of(value);
        }
        String step = path.get(0);
        Optional<Tree> old = child(tree, step);
        if (path.size() > 1) {
            boolean makes = adds && tree instanceof Tree.Mapping;
            return old.or(() -> makes ? Optional.of(new Tree.Mapping(List.of(), value.span())) : Optional.empty())
                    .flatMap(o -> set(o, path.subList(1, path.size()), value, adds))
                    .map(changed -> replaced(tree, step, changed));
        }
        if (tree instanceof Tree.Items items) {
            int index = index(tree, step);
            if (index < 0 || (!adds && old.isEmpty())) {
                return Optional.empty();
            }
            List<Tree> elements = new ArrayList<>(items.elements());
            if (adds) {
                elements.add(index, value);
            } else {
                elements.set(index, value);
            }
            return Optional.of(sources.items(tree, elements));
        }
        return tree instanceof Tree.Mapping ? Optional.of(sources.put(tree, step, value)) : Optional.empty();
    }

    private Tree replaced(Tree tree, String step, Tree value) {
        if (!(tree instanceof Tree.Items items)) {
            return sources.put(tree, step, value);
        }
        List<Tree> elements = new ArrayList<>(items.elements());
        elements.set(index(tree, step), value);
        return sources.items(tree, elements);
    }

    private Optional<Tree> removed(Tree tree, List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String step = path.get(0);
        Optional<Tree> old = child(tree, step);
        if (old.isEmpty()) {
            return Optional.empty();
        }
        if (path.size() > 1) {
            return removed(old.get(), path.subList(1, path.size())).map(changed -> replaced(tree, step, changed));
        }
        if (tree instanceof Tree.Items items) {
            List<Tree> elements = new ArrayList<>(items.elements());
            elements.remove(index(tree, step));
            return Optional.of(sources.items(tree, elements));
        }
        return Optional.of(sources.without(tree, step));
    }
}
