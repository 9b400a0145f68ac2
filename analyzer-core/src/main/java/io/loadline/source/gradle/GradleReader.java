package io.loadline.source.gradle;

import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.util.List;

/**
 * Reads Gradle scripts in Groovy and Kotlin as statements inside blocks, and version catalogs as statements inside tables. A block
 * header is a statement of its own, because {@code implementation("a:b:1") { … }} declares as much as it encloses.
 */
public final class GradleReader extends TextReader {

    @Override
    protected Result readText(String path, String text) {
        if (path.endsWith(".toml")) {
            return Result.of(new Input.Gradle(path, new TomlTables(text).statements()));
        }
        Statements statements = new Statements(text);
        Input input = new Input.Gradle(path, statements.read());
        List<Problem> problems = statements
                .tooDeep()
                .map(at -> problem(path, at, "blocks nested more than " + Statements.MAX_DEPTH + " deep are left out"))
                .stream()
                .toList();
        return new Result(input, problems);
    }
}
