package io.loadline.cli;

import io.loadline.source.Reading;
import java.util.concurrent.TimeUnit;

/** Shows how far a long run has come: one line that is overwritten, at a terminal only, after two seconds. */
final class Progress implements Reading.Progress, AutoCloseable {

    private static final long QUIET = TimeUnit.SECONDS.toNanos(2);
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private final Streams streams;
    private final boolean shown;
    private final long start = System.nanoTime();
    private long last = start;
    private boolean drawn;

    private Progress(Streams streams, boolean shown) {
        this.streams = streams;
        this.shown = shown;
    }

    static Progress on(Streams streams, boolean quiet) {
        return new Progress(streams, streams.terminal() && !quiet);
    }

    @Override
    public synchronized void at(int done, int all) {
        long now = System.nanoTime();
        if (shown && now - start > QUIET && (now - last > EVERY || done == all)) {
            last = now;
            drawn = true;
            String stage = done == all ? "judging" : "reading %s of %s files".formatted(done, all);
            streams.err().print("\r\u001b[2Kloadline: " + stage);
            streams.err().flush();
        }
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            streams.err().print("\r\u001b[2K");
            streams.err().flush();
        }
    }
}
