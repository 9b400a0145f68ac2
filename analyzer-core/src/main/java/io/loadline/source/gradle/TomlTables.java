package io.loadline.source.gradle;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * As much of TOML as version catalogs use: tables, and keys with strings, inline tables and arrays. Each key is one statement whose
 * blocks are the parts of the table's name.
 */
final class TomlTables {

    private final Scanner scanner;
    private final List<Input.Statement> found = new ArrayList<>();
    private List<String> table = List.of();

    TomlTables(String text) {
        this.scanner = new Scanner(text);
    }

    List<Input.Statement> statements() {
        while (!scanner.done()) {
            if (Character.isWhitespace(scanner.peek())) {
                scanner.take();
            } else if (scanner.peek() == '#') {
                skipComment();
            } else {
                statement();
            }
        }
        return found;
    }

    private void statement() {
        int line = scanner.line();
        int column = scanner.column();
        String text = text().strip();
        if (text.startsWith("[")) {
            table = parts(text.replaceAll("[\\[\\]]", ""));
        } else if (text.contains("=")) {
            Span span = new Span(line, column, scanner.lastLine(), Math.max(1, scanner.lastColumn()));
            found.add(new Input.Statement(table, text, span));
        }
    }

    /** Up to the end of the line, or further while a bracket is open. */
    private String text() {
        StringBuilder text = new StringBuilder();
        int brackets = 0;
        while (!scanner.done()) {
            String string = scanner.takeString();
            if (!string.isEmpty()) {
                text.append(string);
                continue;
            }
            if (scanner.peek() == '#') {
                skipComment();
                continue;
            }
            if (scanner.peek() == '\n' && brackets <= 0) {
                break;
            }
            char c = scanner.take();
            brackets += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            boolean blank = Character.isWhitespace(c);
            text.append(blank ? " " : String.valueOf(c));
        }
        return text.toString().replaceAll(" +", " ");
    }

    private void skipComment() {
        while (!scanner.done() && scanner.peek() != '\n') {
            scanner.take();
        }
    }

    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.")) {
            parts.add(part.strip().replaceAll("^[\"']|[\"']$", ""));
        }
        return List.copyOf(parts);
    }
}
