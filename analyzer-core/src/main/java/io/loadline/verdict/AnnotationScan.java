package io.loadline.verdict;

import io.loadline.code.Annotation;
import io.loadline.code.FieldDecl;
import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import io.loadline.evidence.Location;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Suppressions in {@code @SuppressWarnings("loadline:rule-id reason")} on a type, method or field. The reason may also stand in a comment
 * behind the annotation or alone on the line above. It speaks of the declaration from the annotation to the last line that the code model
 * knows of it; closing braces hold nothing that a finding could point at.
 */
final class AnnotationScan {

    private static final String PREFIX = "loadline:";

    private final List<String> lines;
    private final Notes notes;

    AnnotationScan(List<String> lines, Notes notes) {
        this.lines = lines;
        this.notes = notes;
    }

    void run(Unit unit) {
        Deque<TypeDecl> open = new ArrayDeque<>(unit.types());
        while (!open.isEmpty()) {
            TypeDecl type = open.pop();
            for (Annotation annotation : type.annotations()) {
                take(annotation, () -> new Extent().type(type).last());
            }
            for (FieldDecl field : type.fields()) {
                for (Annotation annotation : field.annotations()) {
                    take(annotation, () -> new Extent().field(field).last());
                }
                Extent.typesIn(field.initializer(), open);
            }
            for (MethodDecl method : type.methods()) {
                for (Annotation annotation : method.annotations()) {
                    take(annotation, () -> new Extent().method(method).last());
                }
                Extent.typesIn(method.body(), open);
            }
            open.addAll(type.members());
        }
    }

    private void take(Annotation annotation, IntSupplier last) {
        if (!annotation.simpleName().equals("SuppressWarnings")) {
            return;
        }
        List<String> texts =
                annotation.member("value").map(AnnotationScan::texts).orElse(List.of());
        if (texts.isEmpty()) {
            return;
        }
        Location at = Location.of(notes.path(), annotation.span());
        Suppression.Lines cover =
                new Suppression.Lines(notes.path(), annotation.span().line(), last.getAsInt());
        for (String text : texts) {
            boolean bare = !text.contains(" ");
            notes.add(bare ? text + " " + reason(annotation) : text, at, cover);
        }
    }

    private static List<String> texts(Node value) {
        List<Node> values = value instanceof Node.ArrayOf array ? array.elements() : List.of(value);
        return values.stream()
                .filter(each ->
                        each instanceof Node.Literal literal && literal.text().startsWith(PREFIX))
                .map(each ->
                        ((Node.Literal) each).text().substring(PREFIX.length()).strip())
                .toList();
    }

    private String reason(Annotation annotation) {
        String behind =
                comment(line(annotation.span().endLine()), annotation.span().endColumn());
        return behind.isEmpty() ? commentAlone(line(annotation.span().line() - 1)) : behind;
    }

    private String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /** The text of a line comment that begins at or after a column; marks within a string are none. */
    private static String comment(String line, int column) {
        boolean quoted = false;
        for (int i = Math.min(column, line.length()); i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && line.startsWith("//", i)) {
                return line.substring(i + 2).strip();
            }
        }
        return "";
    }

    private static String commentAlone(String line) {
        String text = line.strip();
        return text.startsWith("//") && !text.contains("loadline:ignore")
                ? text.substring(2).strip()
                : "";
    }
}
