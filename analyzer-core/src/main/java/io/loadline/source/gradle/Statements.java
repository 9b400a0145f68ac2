package io.loadline.source.gradle;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Splits a Gradle script into statements. Line breaks end a statement unless a bracket is open or an operator waits. */
final class Statements {

    static final int MAX_DEPTH = 50;

    private static final String WAITING = ",=+.&|?\\";

    private final Scanner scanner;
    private final List<Input.Statement> found = new ArrayList<>();
    private final Deque<Block> open = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Span tooDeep;
    private int brackets;
    private int beyond;
    private int startLine;
    private int startColumn;
    private int endLine;
    private int endColumn;

    /** An open block: the headers down to it and the brackets that were open around it. */
    private record Block(List<String> path, int brackets) {}

    Statements(String text) {
        this.scanner = new Scanner(text);
    }

    List<Input.Statement> read() {
        while (!scanner.done()) {
            if (scanner.skipComment()) {
                append(" ", scanner.line(), scanner.column());
                continue;
            }
            int line = scanner.line();
            int column = scanner.column();
            String string = scanner.takeString();
            if (string.isEmpty()) {
                character(scanner.take(), line, column);
            } else {
                append(string, line, column);
            }
        }
        finish();
        return found;
    }

    /** Where blocks were nested too deep; what stands inside is left out. */
    Optional<Span> tooDeep() {
        return Optional.ofNullable(tooDeep);
    }

    private void character(char c, int line, int column) {
        switch (c) {
            case '{' -> openBlock(line, column);
            case '}' -> closeBlock();
            case ';' -> finish();
            case '\n', '\r' -> lineBreak();
            default -> {
                brackets += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                append(String.valueOf(c), line, column);
            }
        }
    }

    private void lineBreak() {
        String soFar = text.toString().stripTrailing();
        boolean waits = !soFar.isEmpty() && WAITING.indexOf(soFar.charAt(soFar.length() - 1)) >= 0;
        if (brackets > 0 || waits || nextLineContinues()) {
            append(" ", scanner.lastLine(), scanner.lastColumn());
        } else {
            finish();
        }
    }

    /** A line that starts with a dot goes on with the statement before it. */
    private boolean nextLineContinues() {
        if (text.isEmpty()) {
            return false;
        }
        int ahead = 0;
        while (Character.isWhitespace(scanner.peek(ahead))) {
            ahead++;
        }
        return scanner.peek(ahead) == '.' || (scanner.peek(ahead) == '?' && scanner.peek(ahead + 1) == '.');
    }

    private void openBlock(int line, int column) {
        String header = text.toString().strip();
        finish();
        if (open.size() >= MAX_DEPTH) {
            beyond++;
            tooDeep = tooDeep == null ? Span.onLine(line, column, column) : tooDeep;
            return;
        }
        List<String> path = new ArrayList<>(path());
        path.add(header);
        open.push(new Block(List.copyOf(path), brackets));
        brackets = 0;
    }

    private void closeBlock() {
        finish();
        if (beyond > 0) {
            beyond--;
        } else if (!open.isEmpty()) {
            brackets = open.pop().brackets();
        }
    }

    private List<String> path() {
        return open.isEmpty() ? List.of() : open.element().path();
    }

    private void append(String more, int line, int column) {
        boolean blank = more.isBlank();
        if (blank && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
            return;
        }
        if (text.isEmpty()) {
            startLine = line;
            startColumn = column;
        }
        text.append(blank ? " " : more);
        if (!blank) {
            endLine = scanner.lastLine();
            endColumn = scanner.lastColumn();
        }
    }

    /** Ends the statement; what holds no word, such as the bracket after a block, is none. */
    private void finish() {
        String statement = text.toString().strip();
        text.setLength(0);
        if (statement.chars().anyMatch(Character::isLetterOrDigit) && beyond == 0) {
            found.add(new Input.Statement(path(), statement, new Span(startLine, startColumn, endLine, endColumn)));
        }
    }
}
