package io.loadline.system.configuration;

import io.loadline.evidence.Location;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Turns a configuration file into flat keys, one source a document and one more for each profile that keys are marked with. */
final class Flattening {

    private static final int LIMIT_DEPTH = 100;
    /** More values than any configuration file has. */
    private static final int LIMIT_ENTRIES = 100_000;

    private final String path;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Location> parents = new TreeMap<>();

    private Flattening(String path) {
        this.path = path;
    }

    /** The sources of a file, weakest first; none for a file that is not configuration. */
    static List<ConfigurationSource> sources(Input input) {
        List<ConfigurationSource> sources = new ArrayList<>();
        if (input instanceof Input.Documents file) {
            for (Tree document : file.documents()) {
                Flattening flat = new Flattening(file.path());
                flat.add("", document, Location.of(file.path(), document.span()), 0);
                sources.addAll(flat.sources());
            }
        } else if (input instanceof Input.Properties file) {
            for (List<Input.Property> document : file.documents()) {
                Flattening flat = new Flattening(file.path());
                document.forEach(p -> flat.add(p.key(), p.value(), Location.of(file.path(), p.span())));
                sources.addAll(flat.sources());
            }
        }
        return sources;
    }

    private void add(String key, Tree value, Location at, int depth) {
        if (depth > LIMIT_DEPTH) {
            return;
        }
        if (value instanceof Tree.Scalar scalar) {
            add(key, scalar.value(), at);
        } else if (value instanceof Tree.Items items) {
            parents.putIfAbsent(Key.canonical(key), at);
            for (int i = 0; i < items.elements().size(); i++) {
                Tree element = items.elements().get(i);
                add(key + "[" + i + "]", element, Location.of(path, element.span()), depth + 1);
            }
        } else if (value instanceof Tree.Mapping mapping) {
            parents.putIfAbsent(Key.canonical(key), at);
            for (Tree.Entry entry : mapping.entries()) {
                boolean isBracketed = entry.key().startsWith("[");
                String below = key.isEmpty() || isBracketed ? key + entry.key() : key + "." + entry.key();
                add(below, entry.value(), Location.of(path, entry.keySpan()), depth + 1);
            }
        }
    }

    private void add(String key, String value, Location at) {
        if (entries.size() < LIMIT_ENTRIES && !key.isEmpty()) {
            entries.add(Entry.of(key, value, at));
        }
    }

    private List<ConfigurationSource> sources() {
        Map<String, List<Entry>> byMark = new LinkedHashMap<>();
        byMark.put("", new ArrayList<>());
        for (Entry entry : entries) {
            int end = entry.key().startsWith("%") ? entry.key().indexOf('.') : -1;
            String mark = end < 0 ? "" : entry.key().substring(1, end).replaceAll("[{}]", "");
            Entry plain = end < 0 ? entry : Entry.of(entry.key().substring(end + 1), entry.value(), entry.at());
            byMark.computeIfAbsent(mark, m -> new ArrayList<>()).add(plain);
        }
        String condition = condition();
        List<ConfigurationSource> sources = new ArrayList<>();
        byMark.forEach((mark, marked) ->
                sources.add(new ConfigurationSource(path, "", mark.isEmpty() ? condition : mark, marked, parents)));
        return sources;
    }

    private String condition() {
        String onProfile = Conventions.CONDITION_KEYS.stream()
                .map(this::stated)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String platform = stated(Conventions.PLATFORM_KEY);
        if (platform.isEmpty()) {
            return onProfile;
        }
        String onPlatform = Conventions.PLATFORM_PREFIX + platform;
        return onProfile.isEmpty() ? onPlatform : "(" + onProfile + ")&" + onPlatform;
    }

    /** The value of a key, or the values of the list that it has. */
    private String stated(String key) {
        String canonical = Key.canonical(key);
        List<String> values = entries.stream()
                .filter(e -> e.canonical().equals(canonical) || e.canonical().startsWith(canonical + "["))
                .map(Entry::value)
                .toList();
        return String.join(",", values);
    }

    /** Where the closest key above a canonical key stands in some sources; the key's own place where it has one. */
    static Optional<Location> closest(List<ConfigurationSource> sources, String canonical) {
        String key = canonical;
        while (!key.isEmpty()) {
            for (ConfigurationSource source : sources) {
                Optional<Location> place = place(source, key);
                if (place.isPresent()) {
                    return place;
                }
            }
            key = key.substring(0, Math.max(0, Math.max(key.lastIndexOf('.'), key.lastIndexOf('['))));
        }
        return Optional.empty();
    }

    private static Optional<Location> place(ConfigurationSource source, String key) {
        return source.entry(key)
                .map(Entry::at)
                .or(() -> Optional.ofNullable(source.parents().get(key)))
                .or(() -> source.entries().stream()
                        .filter(e -> Key.isBelow(e.canonical(), key))
                        .map(Entry::at)
                        .findFirst());
    }
}
