package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The source lines that findings point at, so that renderers can show them without reading files. Values of secrets are masked.
 *
 * @param lines by {@code path:line}
 * @param hashes by {@code path:line}: the line's hash in the algorithm of GitHub code scanning
 */
public record Excerpts(SortedMap<String, String> lines, SortedMap<String, String> hashes) {

    /** No line is at hand. */
    public static final Excerpts NONE = new Excerpts(new TreeMap<>(), new TreeMap<>());

    /** Longer lines are cut: nobody reads them, and minified files would swell the report. */
    private static final int LONGEST = 400;

    /**
     * Collects what the findings point at.
     *
     * @param contents the text of a file by its path; empty for a file that cannot be shown
     */
    public static Excerpts of(List<Finding> findings, Function<String, Optional<String>> contents) {
        SortedMap<String, SortedSet<Integer>> wanted = new TreeMap<>();
        findings.stream()
                .flatMap(Excerpts::places)
                .forEach(place -> wanted.computeIfAbsent(place.path(), path -> new TreeSet<>())
                        .add(place.line()));
        SortedMap<String, String> lines = new TreeMap<>();
        SortedMap<String, String> hashes = new TreeMap<>();
        wanted.forEach((path, numbers) -> contents.apply(path).ifPresent(text -> {
            List<String> all = text.lines().toList();
            Map<Integer, String> hashed = LineHashes.of(text);
            for (int number : numbers) {
                if (number <= all.size()) {
                    lines.put(path + ":" + number, shown(all.get(number - 1)));
                    hashes.put(path + ":" + number, hashed.getOrDefault(number, ""));
                }
            }
        }));
        return new Excerpts(lines, hashes);
    }

    /** The first line of a place. */
    public Optional<String> line(Location at) {
        return Optional.ofNullable(lines.get(at.path() + ":" + at.line()));
    }

    /** The hash of the first line of a place. */
    public Optional<String> hash(Location at) {
        return Optional.ofNullable(hashes.get(at.path() + ":" + at.line())).filter(hash -> !hash.isEmpty());
    }

    private static Stream<Location> places(Finding finding) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(finding.at()), finding.evidence().stream().map(Evidence::at)),
                finding.sites().stream());
    }

    private static String shown(String line) {
        String masked = Secrets.mask(line);
        return masked.length() <= LONGEST ? masked : masked.substring(0, LONGEST);
    }
}
