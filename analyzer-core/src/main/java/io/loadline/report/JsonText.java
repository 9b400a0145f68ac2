package io.loadline.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A JSON document, written in order: two spaces, {@code \n}, the same bytes for the same calls. */
final class JsonText implements Closeable {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().build().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private final JsonGenerator out;

    JsonText(Appendable target) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(INDENT);
        printer.indentObjectsWith(INDENT);
        out = FACTORY.createGenerator(new Target(target)).setPrettyPrinter(printer);
    }

    /** Writes what lies inside an object or array. */
    interface Body {
        void write() throws IOException;
    }

    /** Writes one element. */
    interface Each<T> {
        void write(T element) throws IOException;
    }

    void object(Body body) throws IOException {
        out.writeStartObject();
        body.write();
        out.writeEndObject();
    }

    void object(String key, Body body) throws IOException {
        out.writeFieldName(key);
        object(body);
    }

    void array(String key, Body body) throws IOException {
        out.writeArrayFieldStart(key);
        body.write();
        out.writeEndArray();
    }

    void array(Body body) throws IOException {
        out.writeStartArray();
        body.write();
        out.writeEndArray();
    }

    <T> void objects(String key, Iterable<T> elements, Each<T> body) throws IOException {
        array(key, () -> objects(elements, body));
    }

    <T> void objects(Iterable<T> elements, Each<T> body) throws IOException {
        for (T element : elements) {
            object(() -> body.write(element));
        }
    }

    void texts(String key, Iterable<String> texts) throws IOException {
        array(key, () -> {
            for (String text : texts) {
                out.writeString(text);
            }
        });
    }

    void text(String key, @Nullable String text) throws IOException {
        out.writeStringField(key, text);
    }

    void number(String key, long number) throws IOException {
        out.writeNumberField(key, number);
    }

    void decimal(String key, @Nullable Double number, int places) throws IOException {
        if (number == null || !Double.isFinite(number)) {
            out.writeNullField(key);
        } else {
            out.writeNumberField(key, Figures.rounded(number, places));
        }
    }

    void flag(String key, boolean flag) throws IOException {
        out.writeBooleanField(key, flag);
    }

    void nothing(String key) throws IOException {
        out.writeNullField(key);
    }

    @Override
    public void close() throws IOException {
        out.writeRaw('\n');
        out.close();
    }

    /** Jackson writes to writers, renderers to anything that takes text. */
    private static final class Target extends Writer {

        private final Appendable target;

        Target(Appendable target) {
            this.target = target;
        }

        @Override
        public void write(char[] buffer, int offset, int length) throws IOException {
            target.append(new String(buffer, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
