package io.loadline.verdict;

import io.loadline.verdict.Finding.BaselineState;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The findings that somebody has taken note of, so that only what comes on top of them is told as new. It knows no lines, so that moved
 * code changes nothing.
 *
 * @param entries sorted by rule, place and fingerprint, each fingerprint once
 */
public record Baseline(List<Entry> entries) {

    /**
     * A finding that was there.
     *
     * @param where the path it lay in when it was noted; for people only
     * @param message what was said of it; for people only
     */
    public record Entry(String fingerprint, String rule, String where, String message) implements Comparable<Entry> {

        private static final Comparator<Entry> ORDER =
                Comparator.comparing(Entry::rule).thenComparing(Entry::where).thenComparing(Entry::fingerprint);

        @Override
        public int compareTo(Entry other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Findings beside a baseline.
     *
     * @param findings as given, each marked as new or unchanged
     * @param fixed fingerprints of the baseline that no finding has any more, sorted
     */
    public record Comparison(List<Finding> findings, List<String> fixed) {
        public Comparison {
            findings = List.copyOf(findings);
            fixed = List.copyOf(fixed);
        }
    }

    public Baseline {
        entries = entries.stream().sorted().toList();
    }

    /** The baseline that takes note of all open findings. */
    public static Baseline of(List<Finding> findings) {
        return new Baseline(findings.stream()
                .flatMap(Family::parts)
                .filter(Finding::isOpen)
                .map(finding -> new Entry(
                        finding.fingerprint(), finding.rule(), finding.at().path(), finding.message()))
                .toList());
    }

    /**
     * Reads a baseline.
     *
     * @param file how messages call it
     * @throws io.loadline.config.ConfigException when the text is none
     */
    public static Baseline read(String file, String json) {
        return new BaselineText(file).read(json);
    }

    /** The text to be kept, one finding a line. */
    public String text() {
        return BaselineText.write(this);
    }

    /** Compares findings with this baseline. What is new in a family stands apart from what was there. */
    public Comparison compare(List<Finding> findings) {
        Set<String> known = fingerprints();
        List<Finding> marked = Family.split(findings).stream()
                .map(finding ->
                        finding.in(known.contains(finding.fingerprint()) ? BaselineState.UNCHANGED : BaselineState.NEW))
                .toList();
        known.removeAll(fingerprints(findings));
        return new Comparison(Family.join(marked), List.copyOf(known));
    }

    /** This baseline without what is fixed; nothing is added. */
    public Baseline pruned(List<Finding> findings) {
        Set<String> present = fingerprints(findings);
        return new Baseline(entries.stream()
                .filter(entry -> present.contains(entry.fingerprint()))
                .toList());
    }

    private Set<String> fingerprints() {
        return entries.stream().map(Entry::fingerprint).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> fingerprints(List<Finding> findings) {
        return findings.stream()
                .flatMap(Family::parts)
                .map(Finding::fingerprint)
                .collect(Collectors.toSet());
    }
}
