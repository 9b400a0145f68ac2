package io.loadline.verdict;

import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the suppressions that stand in one file: comments, {@code @SuppressWarnings} and annotations of workloads. It depends on nothing
 * but the file, so its result may be kept together with the file's facts.
 */
public final class SuppressionScanner {

    /** Everything of ours contains it, so that a file without it costs one pass over its bytes. */
    private static final byte[] NAME = "loadline".getBytes(StandardCharsets.UTF_8);

    private final List<Equivalent> equivalents = Equivalent.standard();

    /**
     * What was found in one file.
     *
     * @param problems suppressions that cannot be honoured, because they give no reason for instance
     */
    public record Scan(List<Suppression> suppressions, List<Problem> problems) {
        public Scan {
            suppressions = List.copyOf(suppressions);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Scans one file.
     *
     * @param input what its reader made of the bytes; absent where nothing could be read
     */
    public Scan scan(SourceFile file, byte[] bytes, @Nullable Input input) {
        Notes notes = new Notes(file.path());
        boolean named = contains(bytes);
        List<String> lines = named ? lines(bytes) : List.of();
        if (named) {
            new CommentScan(file.kind(), lines, notes).run();
        }
        if (named && input instanceof Input.Java java) {
            new AnnotationScan(lines, notes).run(java.unit());
        }
        if (input instanceof Input.Documents documents) {
            new ManifestScan(equivalents, notes).run(documents.documents());
        }
        return notes.scan();
    }

    private static List<String> lines(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
        return lines;
    }

    private static boolean contains(byte[] bytes) {
        for (int i = NAME.length - 1; i < bytes.length; i++) {
            // The last letter is looked for, because a match can then be checked backwards without a second index.
            if (bytes[i] == NAME[NAME.length - 1] && endsAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(byte[] bytes, int end) {
        for (int i = 0; i < NAME.length; i++) {
            if (bytes[end - NAME.length + 1 + i] != NAME[i]) {
                return false;
            }
        }
        return true;
    }
}
