package io.loadline;

import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import io.loadline.source.Reading;
import io.loadline.verdict.Suppression;
import io.loadline.verdict.SuppressionScanner;
import io.loadline.verdict.Suppressions;
import io.loadline.workspace.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Collects the suppressions of all files while their bytes are at hand. */
final class SuppressionNotes implements Reading.Witness {

    private final AnalysisOptions options;
    private final ThreadLocal<SuppressionScanner> scanner = ThreadLocal.withInitial(SuppressionScanner::new);
    private final Map<String, SuppressionScanner.Scan> scans = new ConcurrentSkipListMap<>();

    SuppressionNotes(AnalysisOptions options) {
        this.options = options;
    }

    @Override
    public void see(SourceFile file, byte[] bytes, @Nullable Input input) {
        SuppressionScanner.Scan scan = scanner.get().scan(file, bytes, input);
        if (!scan.suppressions().isEmpty() || !scan.problems().isEmpty()) {
            scans.put(file.path(), scan);
        }
    }

    /** Those of the files, in the order of paths, and those from outside. */
    Suppressions suppressions() {
        List<Suppression> all = new ArrayList<>(options.suppressions());
        scans.values().forEach(scan -> all.addAll(scan.suppressions()));
        return new Suppressions(all, options.today());
    }

    List<Problem> problems() {
        return scans.values().stream().flatMap(scan -> scan.problems().stream()).toList();
    }
}
