package io.loadline.source.java;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import io.loadline.code.Unit;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads Java source. Made for one thread at a time; nesting is limited by the stack of the thread that calls, so give it a large one
 * (16 MiB reads some thousand levels).
 */
public final class JavaReader implements Reader {

    /** Larger files are not read. In bytes. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Parsing parsing = new Parsing();
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
            return parsed(file, text(bytes));
        } catch (StackOverflowError tooDeep) {
            startOver();
            return refused(file, "The code is nested too deeply to be read.");
        } catch (OutOfMemoryError tooLarge) {
            startOver();
            return refused(file, "The code takes more memory to read than there is.");
        }
    }

    private Result parsed(SourceFile file, String text) {
        ParseResult<CompilationUnit> result = parsing.parse(text);
        Optional<CompilationUnit> tree = result.getResult();
        if (tree.isEmpty() || tree.get().getParsed() == com.github.javaparser.ast.Node.Parsedness.UNPARSABLE) {
            return new Result(null, Complaints.of(file.path(), result.getProblems()));
        }
        Unit unit = lowering.unit(file.path(), tree.get());
        return new Result(new Input.Java(unit, lines(text)), Complaints.of(file.path(), result.getProblems()));
    }

    private void startOver() {
        parsing.forget();
        lowering = new Lowering();
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
    private static int lines(String text) {
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            boolean pair = here == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (here == '\n' || (here == '\r' && !pair)) {
                breaks++;
            }
        }
        boolean closed = text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
        return closed ? breaks : breaks + 1;
    }
}
