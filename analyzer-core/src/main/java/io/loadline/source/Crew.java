package io.loadline.source;

import java.util.ArrayList;
import java.util.List;

/** Threads that share one piece of work and end with it. */
public final class Crew {

    /** Trees are walked by recursion: a stack of this size holds what people write; what does not fit is a problem of its file. */
    private static final long STACK = 64L << 20;

    private Crew() {}

    /**
     * Runs the work once on each thread and waits for all.
     *
     * @param threads how many, at least one
     */
    public static void run(Runnable work, int threads) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < Math.max(1, threads); i++) {
            Thread thread = new Thread(null, work, "loadline-" + i, STACK);
            thread.setDaemon(true);
            thread.start();
            all.add(thread);
        }
        for (Thread thread : all) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the run was interrupted", stopped);
            }
        }
    }
}
