package io.loadline.source;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.workspace.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All files of a workspace, read.
 *
 * @param inputs in the order of the files
 * @param problems in the order of the files
 */
public record Reading(List<Input> inputs, List<Problem> problems) {

    public Reading {
        inputs = List.copyOf(inputs);
        problems = List.copyOf(problems);
    }

    /** Watches how far reading has come. Called from several threads. */
    public interface Progress {
        /** Nobody watches. */
        Progress NONE = (done, all) -> {};

        /** So many of all files are done. */
        void at(int done, int all);
    }

    /** Sees the bytes of every file once, while they are at hand. Called from several threads. */
    public interface Witness {
        /** A file's bytes and what its reader made of them; no input where nothing could be kept. */
        void see(SourceFile file, byte[] bytes, @Nullable Input input);
    }

    /**
     * Reads files on several threads, the largest first so that none is left over at the end.
     *
     * @param readers makes the reader of one thread
     * @param threads how many, at least one
     */
    public static Reading of(
            List<SourceFile> files, Supplier<Reader> readers, int threads, Progress progress, Witness witness) {
        Reader.@Nullable Result[] results = new Reader.Result[files.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong((Integer i) -> -files.get(i).size()).thenComparing(i -> i));
        AtomicInteger next = new AtomicInteger();
        Runnable work = () -> {
            Reader own = readers.get();
            for (int at = next.getAndIncrement(); at < order.size(); at = next.getAndIncrement()) {
                int index = order.get(at);
                results[index] = read(files.get(index), own, witness);
                progress.at(at + 1, order.size());
            }
        };
        Crew.run(work, threads);
        return collect(files, results);
    }

    private static Reader.Result read(SourceFile file, Reader reader, Witness witness) {
        try {
            byte[] bytes = file.content().bytes();
            Reader.Result result = reader.read(file, bytes);
            witness.see(file, bytes, result.input());
            return result;
        } catch (IOException unreadable) {
            return problem(file, "The file cannot be read: " + unreadable.getMessage());
        } catch (StackOverflowError tooDeep) {
            return problem(file, "The file is nested too deeply to be read.");
        } catch (OutOfMemoryError tooLarge) {
            return problem(file, "The file needs more memory than there is.");
        } catch (RuntimeException fault) {
            return problem(file, "The reader failed on this file: " + fault);
        }
    }

    private static Reader.Result problem(SourceFile file, String message) {
        return Reader.Result.problem(new Problem(Location.of(file.path()), "read", message));
    }

    private static Reading collect(List<SourceFile> files, Reader.@Nullable Result[] results) {
        List<Input> inputs = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            Reader.Result result = results[i];
            if (result == null) {
                problems.add(new Problem(
                        Location.of(files.get(i).path()), "read", "The file was not read: its reader ended early."));
                continue;
            }
            if (result.input() != null) {
                inputs.add(result.input());
            }
            problems.addAll(result.problems());
        }
        return new Reading(inputs, problems);
    }
}
