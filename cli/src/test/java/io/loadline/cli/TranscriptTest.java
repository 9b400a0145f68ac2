package io.loadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documentation shows of a run on the examples is what a run prints. */
final class TranscriptTest {

    private static final String EXAMPLES = Path.of("..", "examples").toString();
    private static final Pattern FENCED = Pattern.compile("(?ms)^```\\n(.*?)^```$");

    private static List<String> blocks(String file) throws IOException {
        return FENCED.matcher(Files.readString(Path.of("..", file)))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theReadmeShowsARun() throws IOException {
        String shown = blocks("README.md").get(0);

        assertThat(shown)
                .isEqualTo("$ ./loadline audit examples\n"
                        + Ran.command("audit", EXAMPLES).out());
    }

    @Test
    void theGuideShowsPartsOfARunWithDetails() throws IOException {
        String run = Ran.command("audit", "--details", EXAMPLES).out();
        List<String> shown = blocks("docs/guide.md").stream()
                .filter(block -> block.matches("(?s)(blocker|major|minor)\\[.*|Unknown\\n.*"))
                .toList();

        assertThat(shown)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(part -> assertThat(run).contains(part));
    }
}
