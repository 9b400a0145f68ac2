package io.loadline.fact.helm;

import io.loadline.evidence.Span;
import io.loadline.fact.deploy.Origin;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the trees of a rendered text back to where their parts were written. */
final class Mapped implements Origin {

    private final Sheet sheet;
    private final String path;
    private final IdentityHashMap<Tree, String> paths = new IdentityHashMap<>();

    Mapped(Sheet sheet, String path) {
        this.sheet = sheet;
        this.path = path;
    }

    @Override
    public String of(Tree tree, String inherited) {
        return paths.getOrDefault(tree, inherited);
    }

    /** The same tree with the places of its sources. */
    Tree back(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            Place place = value(scalar.span());
            return noted(new Tree.Scalar(scalar.value(), scalar.quoted(), place.span()), place);
        }
        Place place = line(tree.span());
        if (tree instanceof Tree.Items items) {
            List<Tree> elements = new ArrayList<>();
            items.elements().forEach(e -> elements.add(back(e)));
            return noted(new Tree.Items(elements, place.span()), place);
        }
        List<Tree.Entry> entries = new ArrayList<>();
        for (Tree.Entry entry : tree.entries()) {
            entries.add(new Tree.Entry(entry.key(), line(entry.keySpan()).span(), back(entry.value())));
        }
        return noted(new Tree.Mapping(entries, place.span()), place);
    }

    /** The line of the template that a rendered line comes from. */
    int line(int rendered) {
        Place from = sheet.line(rendered);
        return from == null || !from.path().equals(path) ? 1 : from.span().line();
    }

    private Tree noted(Tree tree, Place place) {
        paths.put(tree, place.path());
        return tree;
    }

    /** A value that was put in as a whole stands where it was written, even in quotes that the template puts around it. */
    private Place value(Span span) {
        Optional<Sheet.Inserted> whole = sheet.inserted(span.line()).stream()
                .filter(i -> span.line() == span.endLine())
                .filter(i -> i.column() >= span.column() && i.endColumn() <= span.endColumn())
                .filter(i -> span.endColumn() - span.column() - (i.endColumn() - i.column()) <= 2)
                .findFirst();
        return whole.isPresent() ? whole.get().from() : line(span);
    }

    /** Lines of the template keep their columns; lines that values were written on stand where those were. */
    private Place line(Span span) {
        @Nullable Place from = sheet.line(span.line());
        if (from == null) {
            return new Place(path, Span.START);
        }
        if (!from.path().equals(path)) {
            return from;
        }
        @Nullable Place to = sheet.line(span.endLine());
        int line = from.span().line();
        int endLine =
                to != null && to.path().equals(path) ? Math.max(line, to.span().line()) : line;
        int endColumn = endLine == line ? Math.max(span.column(), span.endColumn()) : span.endColumn();
        return new Place(path, new Span(line, span.column(), endLine, Math.max(1, endColumn)));
    }
}
