package io.loadline.source;

import io.loadline.evidence.Problem;
import io.loadline.workspace.SourceFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one file into an {@link Input}. A reader is used by one thread at a time and keeps nothing of the last file; it
 * never throws for what a file contains.
 */
public interface Reader {

    /**
     * What came of one file.
     *
     * @param input absent when nothing of the file could be kept
     * @param problems what was wrong, in order; a file may be kept in part
     */
    record Result(@Nullable Input input, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        /** A file read without complaint. */
        public static Result of(Input input) {
            return new Result(input, List.of());
        }

        /** A file of which nothing could be kept. */
        public static Result problem(Problem problem) {
            return new Result(null, List.of(problem));
        }
    }

    /** Reads the given bytes, which are those of the file. */
    Result read(SourceFile file, byte[] bytes);
}
