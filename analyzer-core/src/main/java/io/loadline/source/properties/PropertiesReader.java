package io.loadline.source.properties;

import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code .properties} files as the JDK does, and splits them at {@code #---} and {@code !---} as Spring does. */
public final class PropertiesReader extends TextReader {

    @Override
    protected Result readText(String path, String text) {
        List<Problem> problems = new ArrayList<>();
        List<List<Input.Property>> documents = new ArrayList<>();
        List<Input.Property> document = new ArrayList<>();
        for (LogicalLine line : LogicalLine.of(text)) {
            if (line.separatesDocuments()) {
                documents.add(document);
                document = new ArrayList<>();
            } else if (!line.isComment()) {
                KeyValue pair = KeyValue.of(line);
                document.add(new Input.Property(pair.key(), pair.value(), line.span()));
                if (pair.brokenEscape()) {
                    problems.add(problem(
                            path,
                            line.span(),
                            "an escape of the form \\uXXXX needs four hexadecimal digits; it is kept as written"));
                }
            }
        }
        documents.add(document);
        documents.removeIf(List::isEmpty);
        return new Result(new Input.Properties(path, documents), problems);
    }
}
