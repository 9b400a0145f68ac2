package io.loadline.source.java;

import io.loadline.code.Unit;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads Java source. Made for one thread at a time; nesting is limited by the stack of the thread that calls, so give it a large one
 * (16 MiB reads some thousand levels).
 */
public final class JavaReader implements Reader {

    /** Larger files are not read. In bytes. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Lowering lowering = new Lowering();

    @Override
    public Result read(SourceFile file, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return refused(
                    file,
                    String.format(
                            Locale.ROOT,
                            "The file has %,d bytes; Java files over %,d bytes are not read.",
                            bytes.length,
                            LARGEST));
        }
        if (isBinary(bytes)) {
            return refused(file, "The file holds NUL bytes, so it is not Java source text.");
        }
        try {
            return parsed(file, bytes);
        } catch (StackOverflowError tooDeep) {
            lowering = new Lowering();
            return refused(file, "The code is nested too deeply to be read.");
        } catch (OutOfMemoryError tooLarge) {
            lowering = new Lowering();
            return refused(file, "The code takes more memory to read than there is.");
        }
    }

    private Result parsed(SourceFile file, byte[] bytes) {
        Unit unit = lowering.unit(file.path(), text(bytes)).orElse(null);
        return new Result(
                unit == null ? null : new Input.Java(unit, lines(bytes)),
                lowering.syntax().problems());
    }

    private static Result refused(SourceFile file, String why) {
        return Result.problem(Complaints.of(file.path(), why));
    }

    private static boolean isBinary(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /** The text, where what is no UTF-8 becomes a replacement character. */
    private static String text(byte[] bytes) {
        boolean marked = bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
        int start = marked ? BYTE_ORDER_MARK.length : 0;
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    /** Lines as an editor counts them; a line break at the end starts no new one. */
    private static int lines(byte[] bytes) {
        int breaks = 0;
        byte before = 0;
        for (byte here : bytes) {
            if (here == '\r' || (here == '\n' && before != '\r')) {
                breaks++;
            }
            before = here;
        }
        boolean closed = bytes.length == 0 || before == '\n' || before == '\r';
        return closed ? breaks : breaks + 1;
    }
}
