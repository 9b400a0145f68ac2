package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.catalog.MethodName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways in that the catalog states, by the names that a method shows. Most methods show none of them. */
final class StatedEntries {

    /**
     * One of them.
     *
     * @param owner the type whose method is overridden, or takes a function; empty where neither decides
     */
    record Stated(CatalogFile.Entry entry, String owner) {}

    private final List<Stated> all = new ArrayList<>();
    private final Map<String, BitSet> byAnnotation = new HashMap<>();
    private final Map<String, BitSet> byMethod = new HashMap<>();
    private final BitSet byType = new BitSet();
    private final List<Stated> overridden = new ArrayList<>();
    private final Map<String, List<Stated>> byTaker = new HashMap<>();

    StatedEntries(List<CatalogFile.Entry> entries) {
        entries.forEach(this::add);
    }

    private void add(CatalogFile.Entry entry) {
        String annotation = entry.annotation();
        String method = entry.method();
        for (String taker : entry.passedTo()) {
            MethodName name = MethodName.parse(taker);
            byTaker.computeIfAbsent(name.method(), n -> new ArrayList<>()).add(new Stated(entry, name.type()));
        }
        if (annotation != null) {
            put(byAnnotation, annotation.substring(annotation.lastIndexOf('.') + 1));
            all.add(new Stated(entry, ""));
        } else if (method != null) {
            MethodName name = MethodName.parse(method);
            Stated stated = new Stated(entry, name.type());
            put(byMethod, name.method());
            all.add(stated);
            overridden.add(stated);
        } else if (entry.typeAnnotation() != null || entry.base() != null) {
            byType.set(all.size());
            all.add(new Stated(entry, ""));
        }
    }

    private void put(Map<String, BitSet> by, String name) {
        by.computeIfAbsent(name, n -> new BitSet()).set(all.size());
    }

    /**
     * Those that a method may be, in the order of the catalog.
     *
     * @param annotations simple names of the annotations on the method and on those it implements
     */
    List<Stated> possible(String method, Set<String> annotations) {
        BitSet found = (BitSet) byType.clone();
        BitSet named = byMethod.get(method);
        if (named != null) {
            found.or(named);
        }
        for (String annotation : annotations) {
            BitSet stated = byAnnotation.get(annotation);
            if (stated != null) {
                found.or(stated);
            }
        }
        return found.stream().mapToObj(all::get).toList();
    }

    /** Those whose method somebody else overrides. */
    List<Stated> overridden() {
        return overridden;
    }

    /** Those that are functions passed to a method of that name. */
    List<Stated> passedTo(String method) {
        return byTaker.getOrDefault(method, List.of());
    }
}
