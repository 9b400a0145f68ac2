package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
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
     * @param owner the type whose method is overridden; empty when an annotation decides
     */
    record Stated(CatalogFile.Entry entry, String owner) {}

    private final List<Stated> all = new ArrayList<>();
    private final Map<String, BitSet> byAnnotation = new HashMap<>();
    private final Map<String, BitSet> byMethod = new HashMap<>();

    StatedEntries(List<CatalogFile.Entry> entries) {
        for (CatalogFile.Entry entry : entries) {
            String annotation = entry.annotation();
            String method = entry.method();
            if (annotation != null) {
                put(byAnnotation, annotation.substring(annotation.lastIndexOf('.') + 1));
                all.add(new Stated(entry, ""));
            } else if (method != null) {
                int hash = method.indexOf('#');
                put(byMethod, method.substring(hash + 1).replaceFirst("/.*", ""));
                all.add(new Stated(entry, method.substring(0, hash)));
            }
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
        BitSet found = new BitSet();
        BitSet overridden = byMethod.get(method);
        if (overridden != null) {
            found.or(overridden);
        }
        for (String annotation : annotations) {
            BitSet stated = byAnnotation.get(annotation);
            if (stated != null) {
                found.or(stated);
            }
        }
        return found.stream().mapToObj(all::get).toList();
    }
}
