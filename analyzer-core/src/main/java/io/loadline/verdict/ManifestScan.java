package io.loadline.verdict;

import io.loadline.evidence.Location;
import io.loadline.source.Tree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Suppressions in the annotations of a workload: {@code loadline.io/ignore: "rule-id reason"}, one a line, or
 * {@code loadline.io/ignore.rule-id: reason}, and those of other tools. They speak of everything in the workload's document.
 */
final class ManifestScan {

    private static final String OURS = "loadline.io/ignore";
    private static final List<String[]> PLACES = List.of(
            new String[] {"metadata", "annotations"},
            new String[] {"spec", "template", "metadata", "annotations"},
            new String[] {"spec", "jobTemplate", "metadata", "annotations"},
            new String[] {"spec", "jobTemplate", "spec", "template", "metadata", "annotations"});

    private final List<Equivalent> equivalents;
    private final Notes notes;

    ManifestScan(List<Equivalent> equivalents, Notes notes) {
        this.equivalents = equivalents;
        this.notes = notes;
    }

    void run(List<Tree> documents) {
        for (Tree document : documents) {
            if (document.text("kind").isEmpty()) {
                continue;
            }
            document(document);
            document.items("items").forEach(this::document);
        }
    }

    private void document(Tree document) {
        List<Tree.Entry> annotations = PLACES.stream()
                .flatMap(place -> document.entries(place).stream())
                .filter(entry -> concernsUs(entry.key()))
                .toList();
        if (annotations.isEmpty()) {
            return;
        }
        Suppression.Cover cover = lines(document);
        for (Tree.Entry entry : annotations) {
            if (entry.value() instanceof Tree.Scalar scalar) {
                take(entry, scalar.value(), cover);
            }
        }
    }

    private boolean concernsUs(String key) {
        return key.startsWith(OURS) || equivalents.stream().anyMatch(equivalent -> equivalent.isNamedBy(key));
    }

    private void take(Tree.Entry entry, String value, Suppression.Cover cover) {
        String key = entry.key();
        Location at = Location.of(notes.path(), entry.keySpan());
        if (key.equals(OURS)) {
            value.lines().filter(line -> !line.isBlank()).forEach(line -> notes.add(line, at, cover));
        } else if (key.startsWith(OURS + ".")) {
            notes.add(key.substring(OURS.length() + 1), value, at, cover);
        } else {
            equivalents.stream()
                    .flatMap(equivalent -> equivalent.exemptions(key, value).stream())
                    .forEach(exemption -> notes.borrow(exemption, at, cover));
        }
    }

    private Suppression.Lines lines(Tree document) {
        int first = Integer.MAX_VALUE;
        int last = 1;
        Deque<Tree> open = new ArrayDeque<>(List.of(document));
        while (!open.isEmpty()) {
            Tree tree = open.pop();
            last = Math.max(last, tree.span().endLine());
            first = Math.min(first, tree.span().line());
            if (tree instanceof Tree.Mapping mapping) {
                for (Tree.Entry entry : mapping.entries()) {
                    first = Math.min(first, entry.keySpan().line());
                    last = Math.max(last, entry.keySpan().endLine());
                    open.push(entry.value());
                }
            } else if (tree instanceof Tree.Items items) {
                items.elements().forEach(open::push);
            }
        }
        return new Suppression.Lines(notes.path(), first, last);
    }
}
