package io.loadline.system.code;

import io.loadline.code.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a call stands in, from the inside out. Two frames are equal only when they are the same one. */
public final class Frame {

    /** What kind of text it is. */
    public enum Kind {
        /** The method's own body. */
        BODY,
        /** The repeated part of a loop. */
        LOOP,
        /** One arm of a choice. */
        ARM,
        TRY,
        HANDLER,
        FINALLY,
        /** Text after which the method or the loop around it ends, so that it runs at most once. */
        LAST,
        /** A {@code synchronized} block. */
        LOCK,
        /** A function that runs where it is passed, at most once. */
        LAMBDA,
        /** A function that runs later, elsewhere, or at a time that is not known. */
        DEFERRED
    }

    static final Frame BODY = new Frame(null, Kind.BODY, null, null, null, "", 0);

    private final @Nullable Frame outer;
    private final Kind kind;
    private final @Nullable Loop loop;
    private final @Nullable Node node;
    private final @Nullable Target taker;
    private final String runs;
    private final int position;

    private Frame(
            @Nullable Frame outer,
            Kind kind,
            @Nullable Loop loop,
            @Nullable Node node,
            @Nullable Target taker,
            String runs,
            int position) {
        this.outer = outer;
        this.kind = kind;
        this.loop = loop;
        this.node = node;
        this.taker = taker;
        this.runs = runs;
        this.position = position;
    }

    Frame in(Kind inner, @Nullable Node written) {
        return new Frame(this, inner, null, written, null, "", 0);
    }

    /** @param number of the alternative, from 0 */
    Frame arm(Node.Branch branch, int number) {
        return new Frame(this, Kind.ARM, null, branch, null, "", number);
    }

    Frame in(Loop inner, @Nullable Node written, @Nullable Target by) {
        return new Frame(this, Kind.LOOP, inner, written, by, "", 0);
    }

    /** @param position of the function among the arguments of the call that takes it */
    Frame lambda(@Nullable Target by, @Nullable Node written, String how, int position) {
        boolean now = how.isEmpty() || how.equals("once") || how.equals("kept") || how.equals("unknown");
        return new Frame(this, now ? Kind.LAMBDA : Kind.DEFERRED, null, written, by, how, position);
    }

    /** Whether the result of a function is kept, so that it runs the first time only. */
    public boolean isKept() {
        return runs.equals("kept");
    }

    /** What kind of text it is. */
    public Kind kind() {
        return kind;
    }

    /** The next frame outwards. */
    public Optional<Frame> around() {
        return Optional.ofNullable(outer);
    }

    /** The loop, for a loop's frame. */
    public Optional<Loop> loop() {
        return Optional.ofNullable(loop);
    }

    /** The construct or function that makes the frame. */
    public Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    /** The call that takes the function, for the frame of a function passed to a call. */
    public Optional<Target> taker() {
        return Optional.ofNullable(taker);
    }

    /**
     * How a function runs: the catalog's word, empty for at once, {@code unknown} where nothing is known of the call that takes it.
     */
    public String runs() {
        return runs;
    }

    /** For an arm its number among the alternatives of the choice, for a function its position among the arguments; from 0. */
    public int position() {
        return position;
    }

    /** This frame and those around it, from the inside out. */
    public List<Frame> chain() {
        List<Frame> all = new ArrayList<>();
        for (Frame here = this; here != null; here = here.outer) {
            all.add(here);
        }
        return all;
    }
}
