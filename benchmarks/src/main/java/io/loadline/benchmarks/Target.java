package io.loadline.benchmarks;

import java.util.Locale;
import java.util.Optional;

/** What has to hold in every run of the benchmark, each a number that is not to be exceeded. */
enum Target {
    CPU_OVER_PARSER("CPU of the whole audit / CPU of the bare parser", 1.6, ""),
    WALL_OVER_PMD("wall of the whole audit / wall of PMD quickstart", 0.6, ""),
    PEAK("peak memory at 0.43 M lines", 800, "MiB"),
    FACTS("live facts per million lines", 300, "MB"),
    LINK_OVER_READ("CPU of name resolution / CPU of reading", 0.3, ""),
    UNRESOLVED("calls not resolved without jars", 0.35, ""),
    SMALL("start-up to finished report, 62 files, wall", 2, "s"),
    GROWTH("growth exponent of CPU over lines", 1.05, "");

    private final String subject;
    private final double most;
    private final String unit;

    Target(String subject, double most, String unit) {
        this.subject = subject;
        this.most = most;
        this.unit = unit;
    }

    /** The target, what was measured and whether it holds, as a row of a table. */
    String row(Optional<Double> measured) {
        return String.format(
                Locale.ROOT,
                "| %-48s | %7s | %9s | %-12s |",
                subject,
                String.format(Locale.ROOT, "%.4g", most) + (unit.isEmpty() ? "" : " " + unit),
                measured.map(m -> String.format(Locale.ROOT, "%.2f", m)).orElse("–"),
                measured.map(m -> m <= most ? "holds" : "does not").orElse("not measured"));
    }
}
