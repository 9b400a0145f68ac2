package io.loadline.fact.kustomize;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import io.loadline.source.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that kustomizations name, what was taken of them, and what was missed. */
final class Files {

    /** Far beyond what people write: objects times changes, over all kustomizations. */
    private static final long MOST_STEPS = 500_000;

    private final Map<String, Input> inputs = new HashMap<>();
    private final Set<String> taken = new TreeSet<>();
    private final Set<Problem> problems = new TreeSet<>();
    private final Sources sources = new Sources();
    private final IdentityHashMap<Tree, List<Tree>> inline = new IdentityHashMap<>();
    private final YamlReader yaml = new YamlReader();
    private long steps;

    Files(Collection<Input> inputs) {
        inputs.forEach(input -> this.inputs.put(input.path(), input));
    }

    Sources sources() {
        return sources;
    }

    /** Paths of files that say nothing by themselves any more. */
    Set<String> taken() {
        return taken;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether a change of so many objects is still worth its time; what is made to grow is told and left as it is. */
    boolean allows(Kustomization owner, long objects) {
        steps += objects + 1;
        if (steps > MOST_STEPS) {
            problem(
                    owner.at(owner.about()),
                    "the kustomizations change more than can be followed; the rest is left out");
        }
        return steps <= MOST_STEPS;
    }

    void problem(Location at, String message) {
        problems.add(new Problem(at, "observe", message));
    }

    /** The documents of a file that a kustomization names; a file that is not in the tree is a problem. */
    List<Tree> documents(Kustomization owner, Tree.Scalar written) {
        Input input = find(owner, written);
        if (!(input instanceof Input.Documents file)) {
            return List.of();
        }
        if (taken.add(file.path())) {
            file.documents().forEach(document -> sources.note(file.path(), document));
        }
        return file.documents();
    }

    /** The entries of a file of variables; empty when it cannot be read. */
    Optional<Input.Properties> variables(Kustomization owner, Tree.Scalar written) {
        return find(owner, written) instanceof Input.Properties file ? Optional.of(file) : Optional.empty();
    }

    /** What a file says, written anew; empty for a file of a kind that is not read, which config maps may hold too. */
    Optional<String> text(Kustomization owner, Tree.Scalar written) {
        Input input = inputs.get(owner.resolve(written.value()));
        if (input instanceof Input.Properties file) {
            StringBuilder text = new StringBuilder();
            file.documents().stream()
                    .flatMap(List::stream)
                    .forEach(line -> text.append(line.key())
                            .append('=')
                            .append(line.value())
                            .append('\n'));
            return Optional.of(text.toString());
        }
        if (!(input instanceof Input.Documents file)) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                        "\n---\n", file.documents().stream().map(Files::text).toList()) + "\n");
    }

    /** Every YAML reader takes JSON; quotes are kept away from what is a number or a word without them. */
    private static String text(Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return mapping.entries().stream()
                    .map(e -> quoted(e.key()) + ": " + text(e.value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof Tree.Items items) {
            return items.elements().stream().map(Files::text).collect(Collectors.joining(", ", "[", "]"));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        boolean plain = !scalar.quoted() && scalar.value().matches("[\\w.+-]*");
        return plain ? scalar.value() : quoted(scalar.value());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private @Nullable Input find(Kustomization owner, Tree.Scalar written) {
        Input input = inputs.get(owner.resolve(written.value()));
        if (input == null) {
            problem(
                    owner.at(written),
                    "the kustomization takes in what could not be read in the tree, and is judged without it");
        }
        return input;
    }

    /**
     * The documents of a text inside a kustomization.
     *
     * @param around what holds the text; its column tells how far the text is indented
     */
    List<Tree> inline(Kustomization owner, Tree.Scalar text, Tree around) {
        return inline.computeIfAbsent(text, t -> {
            if (!(yaml.readRendered(owner.path(), text.value()).input() instanceof Input.Documents file)) {
                problem(owner.at(text), "the patch is not valid YAML and is left out");
                return List.of();
            }
            boolean isBlock = text.span().endLine() > text.span().line();
            int lines = text.span().line() - (isBlock ? 0 : 1);
            int columns = isBlock ? around.span().column() + 1 : text.span().column();
            List<Tree> moved = new ArrayList<>();
            for (Tree document : file.documents()) {
                Tree shifted = shifted(document, lines, columns);
                sources.note(owner.path(), shifted);
                moved.add(shifted);
            }
            return moved;
        });
    }

    private static Tree shifted(Tree tree, int lines, int columns) {
        if (tree instanceof Tree.Mapping mapping) {
            return new Tree.Mapping(
                    mapping.entries().stream()
                            .map(e -> new Tree.Entry(
                                    e.key(), shifted(e.keySpan(), lines, columns), shifted(e.value(), lines, columns)))
                            .toList(),
                    shifted(mapping.span(), lines, columns));
        }
        if (tree instanceof Tree.Items items) {
            return new Tree.Items(
                    items.elements().stream()
                            .map(e -> shifted(e, lines, columns))
                            .toList(),
                    shifted(items.span(), lines, columns));
        }
        Tree.Scalar scalar = (Tree.Scalar) tree;
        return new Tree.Scalar(scalar.value(), scalar.quoted(), shifted(scalar.span(), lines, columns));
    }

    private static Span shifted(Span span, int lines, int columns) {
        return new Span(
                span.line() + lines, span.column() + columns, span.endLine() + lines, span.endColumn() + columns);
    }
}
