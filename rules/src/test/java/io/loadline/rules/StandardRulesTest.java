package io.loadline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.rule.Rule;
import io.loadline.testkit.RulePageTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class StandardRulesTest extends RulePageTests {

    StandardRulesTest() {
        super(new StandardRules());
    }

    /** Ids are relied on by suppressions, baselines and configuration: a rename needs an alias, not an edit of this list. */
    @Test
    void idsAreThoseOfTheGoldenList() throws IOException {
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("rule-ids.txt"))) {
            List<String> golden = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(new StandardRules().rules().stream().map(Rule::id).toList())
                    .isEqualTo(golden);
        }
    }

    @Test
    void theReadmeListsEveryRuleWithItsQuestion() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../README.md"));
        assertThat(new StandardRules().rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rows)
                        .anyMatch(row -> row.endsWith("| `%s` | %s | %s |"
                                .formatted(
                                        rule.id(),
                                        rule.card().title(),
                                        rule.card().severity().word()))));
    }
}
