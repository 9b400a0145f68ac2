package io.loadline.source.yaml;

import io.loadline.evidence.Span;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds one document from the parser's events. Works on events rather than on the parser's own nodes so that nesting and the size
 * after expanding aliases are bounded before anything grows.
 */
final class DocumentBuilder {

    /** Nodes of one document, each alias counted with everything it stands for. */
    static final int MAX_NODES = 500_000;

    static final int MAX_DEPTH = 200;

    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");

    private final Iterator<Event> events;
    private final Lines lines;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private long nodes;
    private @Nullable Mark end;

    /** A node that aliases may name. {@code height} is the number of levels below it, {@code size} its nodes when expanded. */
    private record Anchored(Tree tree, int height, long size) {}

    /** A node and the number of levels below it. */
    private record Built(Tree tree, int height) {}

    private record Pair(Tree.Scalar key, Tree value) {
        boolean isMerge() {
            return key.value().equals("<<") && !key.quoted();
        }

        Tree.Entry entry() {
            return new Tree.Entry(key.value(), key.span(), value);
        }
    }

    DocumentBuilder(Iterator<Event> events, Lines lines) {
        this.events = events;
        this.lines = lines;
    }

    /** Builds the document whose start was just taken from the events. */
    Tree document() {
        return node(events.next(), 0).tree();
    }

    private Built node(Event event, int depth) {
        count(1, event);
        if (depth > MAX_DEPTH) {
            throw new Failure(span(event), "values are nested more than " + MAX_DEPTH + " deep");
        }
        if (event instanceof AliasEvent alias) {
            return expand(alias, depth);
        }
        long before = nodes - 1;
        Built built = event instanceof ScalarEvent scalar ? new Built(scalar(scalar), 0) : collection(event, depth);
        anchor(event).ifPresent(a -> anchors.put(a, new Anchored(built.tree(), built.height(), nodes - before)));
        return built;
    }

    private Built collection(Event event, int depth) {
        return event instanceof MappingStartEvent mapping
                ? mapping(mapping, depth)
                : sequence((CollectionStartEvent) event, depth);
    }

    private Built expand(AliasEvent alias, int depth) {
        Anchored target = anchor(alias).map(anchors::get).orElse(null);
        if (target == null) {
            throw new Failure(span(alias), "an alias names no anchor above it");
        }
        count(target.size(), alias);
        end = alias.getEndMark().orElse(end);
        if (depth + target.height() > MAX_DEPTH) {
            throw new Failure(span(alias), "values are nested more than " + MAX_DEPTH + " deep");
        }
        return new Built(target.tree(), target.height());
    }

    private Tree.Scalar scalar(ScalarEvent event) {
        boolean isNull = event.isPlain() && NULLS.contains(event.getValue());
        return new Tree.Scalar(isNull ? "" : event.getValue(), !event.isPlain(), span(event));
    }

    private Built sequence(CollectionStartEvent start, int depth) {
        List<Tree> elements = new ArrayList<>();
        int height = 0;
        Event next = events.next();
        while (next instanceof NodeEvent) {
            Built element = node(next, depth + 1);
            elements.add(element.tree());
            height = Math.max(height, element.height() + 1);
            next = events.next();
        }
        return new Built(new Tree.Items(elements, around(start, next)), height);
    }

    private Built mapping(MappingStartEvent start, int depth) {
        List<Pair> pairs = new ArrayList<>();
        int height = 0;
        Event next = events.next();
        while (next instanceof NodeEvent) {
            Tree key = node(next, depth + 1).tree();
            Built value = node(events.next(), depth + 1);
            height = Math.max(height, value.height() + 1);
            if (key instanceof Tree.Scalar name) {
                pairs.add(new Pair(name, value.tree()));
            }
            next = events.next();
        }
        return new Built(new Tree.Mapping(merged(pairs), around(start, next)), height);
    }

    /** Entries in written order; what {@code <<} brings in stands in its place, except for keys that the mapping has itself. */
    private static List<Tree.Entry> merged(List<Pair> pairs) {
        List<Tree.Entry> entries = new ArrayList<>();
        if (pairs.stream().noneMatch(Pair::isMerge)) {
            pairs.forEach(p -> entries.add(p.entry()));
            return entries;
        }
        Set<String> taken = new HashSet<>();
        pairs.stream().filter(p -> !p.isMerge()).forEach(p -> taken.add(p.key().value()));
        for (Pair pair : pairs) {
            if (!pair.isMerge()) {
                entries.add(pair.entry());
                continue;
            }
            List<Tree> sources = pair.value() instanceof Tree.Items items ? items.elements() : List.of(pair.value());
            for (Tree source : sources) {
                source.entries().stream().filter(e -> taken.add(e.key())).forEach(entries::add);
            }
        }
        return entries;
    }

    private void count(long more, Event event) {
        nodes += more;
        if (nodes > MAX_NODES) {
            throw new Failure(
                    span(event), "the document has more than " + MAX_NODES + " values when its aliases are expanded");
        }
    }

    private static Optional<Anchor> anchor(Event event) {
        return event instanceof NodeEvent node ? node.getAnchor() : Optional.empty();
    }

    private Span span(Event event) {
        end = event.getEndMark().orElse(end);
        return span(event.getStartMark().orElse(null), end);
    }

    /** From the start of a collection to its bracket, or in block style to the end of what it holds last. */
    private Span around(CollectionStartEvent start, Event endEvent) {
        if (start.isFlow()) {
            end = endEvent.getEndMark().orElse(end);
        }
        return span(start.getStartMark().orElse(null), end);
    }

    private Span span(@Nullable Mark from, @Nullable Mark to) {
        if (from == null) {
            return Span.START;
        }
        Mark last = to == null || to.getIndex() < from.getIndex() ? from : to;
        return lines.span(from.getLine(), from.getColumn(), last.getLine(), last.getColumn());
    }
}
