package io.loadline.source;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.workspace.SourceFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A reader of text files: turns bytes into text, refuses binary and oversized files, and survives what exhausts the parser. */
public abstract class TextReader implements Reader {

    /** 8 MiB: configuration and manifests of that size are dumps, not written by people. */
    public static final int LIMIT_BYTES = 8 << 20;

    private static final String STAGE = "read";

    @Override
    public final Result read(SourceFile file, byte[] bytes) {
        String path = file.path();
        if (bytes.length > LIMIT_BYTES) {
            return Result.problem(
                    problem(path, Span.START, "the file is larger than 8 MiB, the most that is read of its kind"));
        }
        if (isBinary(bytes)) {
            return Result.problem(problem(path, Span.START, "the file is binary; text was expected"));
        }
        try {
            return readText(path, decode(bytes));
        } catch (StackOverflowError | OutOfMemoryError e) {
            return Result.problem(problem(path, Span.START, "the file is too deeply nested or too large to be read"));
        }
    }

    /** Reads the decoded text, without byte order mark. */
    protected abstract Result readText(String path, String text);

    /** Something wrong at a place of the file being read. */
    protected static Problem problem(String path, Span span, String message) {
        return new Problem(Location.of(path, span), STAGE, message);
    }

    private static boolean isBinary(byte[] bytes) {
        if (utf16(bytes) != null) {
            return false;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** UTF-8 where it is valid, else Latin-1, in which every byte means something. */
    private static String decode(byte[] bytes) {
        Charset utf16 = utf16(bytes);
        String text;
        if (utf16 != null) {
            text = new String(bytes, utf16);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, StandardCharsets.ISO_8859_1);
            }
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @org.jspecify.annotations.Nullable Charset utf16(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (mark == 0xFEFF) {
            return StandardCharsets.UTF_16BE;
        }
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : null;
    }
}
