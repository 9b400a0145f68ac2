package io.loadline.system.build;

import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Input.Statement;
import java.util.ArrayList;
import java.util.List;

/** Gradle inputs made by hand: one statement a line; a line that ends in a brace opens a block and is a statement too. */
final class Gradle {

    private Gradle() {}

    static Input.Gradle file(String path, String text) {
        List<Statement> statements = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            String statement = line.strip();
            Span span = Span.onLine(number, 1, Math.max(1, line.length()));
            if (statement.equals("}")) {
                blocks.remove(blocks.size() - 1);
            } else if (statement.endsWith(" {")) {
                String header = statement.substring(0, statement.length() - 2);
                statements.add(new Statement(blocks, header, span));
                blocks.add(header);
            } else if (!statement.isEmpty()) {
                statements.add(new Statement(blocks, statement, span));
            }
        }
        return new Input.Gradle(path, statements);
    }

    /** A version catalog: lines in brackets open a table. */
    static Input.Gradle catalog(String path, String text) {
        List<Statement> statements = new ArrayList<>();
        List<String> table = List.of();
        for (String line : text.split("\n")) {
            if (line.startsWith("[")) {
                table = List.of(line.substring(1, line.length() - 1));
            } else {
                statements.add(new Statement(table, line, Span.START));
            }
        }
        return new Input.Gradle(path, statements);
    }
}
