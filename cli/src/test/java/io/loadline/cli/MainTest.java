package io.loadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {

    private static final String LOOP = """
            package shop;

            import java.util.List;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;
            import org.springframework.web.client.RestTemplate;

            @RestController
            class Orders {
                private final RestTemplate http = new RestTemplate();

                @GetMapping("/orders")
                void all(List<String> ids) {
                    for (String id : ids) {
                        http.getForObject("http://names/" + id, String.class);
                    }
                }

                public static void main(String[] args) {}
            }
            """;

    private static final String NAMES = """
            package shop;

            import house.Stock;
            import java.util.List;
            import org.springframework.web.bind.annotation.GetMapping;
            import org.springframework.web.bind.annotation.RestController;

            @RestController
            class Names {
                private final Stock stock = new Stock();

                @GetMapping("/levels")
                void all(List<String> ids) {
                    for (String id : ids) {
                        stock.level(id);
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        Streams streams = new Streams(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Main.run(streams, args);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void flawed() throws IOException {
        write("src/main/java/shop/Orders.java", LOOP);
    }

    @Test
    void auditTellsWhatItFoundAndEndsFine() throws IOException {
        flawed();
        assertThat(run("audit", folder.toString())).isEqualTo(Main.FINE);
        assertThat(output()).contains("remote-call-in-loop").contains("src/main/java/shop/Orders.java:15");
    }

    @Test
    void checkFailsOnABlockerAndPassesWithABaseline() throws IOException {
        flawed();
        String baseline = folder.resolve("accepted.json").toString();
        assertThat(run("check", folder.toString())).isEqualTo(Main.GATE);
        assertThat(run("baseline", folder.toString(), "--write", baseline)).isEqualTo(Main.FINE);
        assertThat(run("check", folder.toString(), "--baseline", baseline)).isEqualTo(Main.FINE);
    }

    @Test
    void jsonToStandardOutputIsTheOnlyOutput() throws IOException {
        flawed();
        assertThat(run("audit", folder.toString(), "--report", "json=-")).isEqualTo(Main.FINE);
        assertThat(output()).startsWith("{").endsWith("}\n");
    }

    @Test
    void reportsAreTheSameOnOneAndOnTwoThreads() throws IOException {
        flawed();
        for (String format : new String[] {"json", "sarif", "html"}) {
            Path one = folder.resolveSibling(folder.getFileName() + "-1." + format);
            Path two = folder.resolveSibling(folder.getFileName() + "-2." + format);
            run("audit", folder.toString(), "--jobs", "1", "--quiet", "--report", format + "=" + one);
            run("audit", folder.toString(), "--jobs", "2", "--quiet", "--report", format + "=" + two);
            assertThat(two).hasSameBinaryContentAs(one);
        }
    }

    @Test
    void badInputIsAProblemAndTheRestIsJudged() throws IOException {
        flawed();
        for (int i = 0; i < 6; i++) {
            write("src/main/java/shop/Good" + i + ".java", "package shop; class Good" + i + " {}");
        }
        write("src/main/java/shop/Broken.java", "class Broken { void m( { }");
        write(
                "src/main/java/shop/Deep.java",
                "class Deep { int x = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "; }");
        Files.write(
                folder.resolve("src/main/java/shop/Binary.java"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 0, 1, 2});
        write("src/main/resources/application.yml", "a: [b\nc: }");
        write("bomb.yml", bomb());
        write("pom.xml", "<project><modelVersion>4.0.0");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(run("audit", folder.toString(), "--details")).isEqualTo(Main.FINE);
        assertThat(output())
                .contains("remote-call-in-loop")
                .contains("Broken.java")
                .contains("Binary.java")
                .contains("application.yml")
                .contains("bomb.yml")
                .contains("pom.xml");
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a" + (i - 1) + "]\n");
        }
        return text.toString();
    }

    @Test
    void anEmptyFolderIsTooLittleToJudge() {
        assertThat(run("audit", folder.toString())).isEqualTo(Main.UNREADABLE);
    }

    @Test
    void aFolderOfManifestsIsJudged() throws IOException {
        write("deployment.yml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n");
        assertThat(run("audit", folder.toString())).isEqualTo(Main.FINE);
    }

    @Test
    void aMissingPathIsBadUse() {
        assertThat(run("audit", folder.resolve("gone").toString())).isEqualTo(Main.BAD_USE);
        assertThat(errors()).contains("does not exist").doesNotContain("\tat ");
    }

    @Test
    void anUnknownFlagIsBadUse() {
        assertThat(run("audit", folder.toString(), "--wat")).isEqualTo(Main.BAD_USE);
        assertThat(errors()).contains("--wat");
    }

    @Test
    void anUnknownKeyInTheConfigurationIsBadUseWithItsPlace() throws IOException {
        flawed();
        write("loadline.yml", "rules: {}\nenviroments: [prod]\n");
        assertThat(run("audit", folder.toString())).isEqualTo(Main.BAD_USE);
        assertThat(errors()).contains("loadline.yml:2").contains("enviroments");
    }

    @Test
    void aCatalogFileOfTheHouseMakesItsClientKnown() throws IOException {
        flawed();
        write("src/main/java/shop/Names.java", NAMES);
        run("audit", folder.toString(), "--details");
        assertThat(output()).doesNotContain("stock.level");
        write("loadline.yml", "catalog: [house/stock.yml]\n");
        write("house/stock.yml", "library: Stock\noperations:\n  - {does: remote, methods: house.Stock#level}\n");
        run("audit", folder.toString(), "--details");
        assertThat(output()).contains("stock.level is called over the network once for each element of ids");
    }

    @Test
    void aCatalogFileThatIsMissingOrWrongIsBadUseWithItsPlace() throws IOException {
        flawed();
        write("loadline.yml", "catalog: stock.yml\n");
        assertThat(run("audit", folder.toString())).isEqualTo(Main.BAD_USE);
        write("stock.yml", "library: Stock\noperation: []\n");
        assertThat(run("audit", folder.toString())).isEqualTo(Main.BAD_USE);
        assertThat(errors())
                .contains("stock.yml does not exist")
                .contains("stock.yml:2")
                .doesNotContain("\tat ");
    }

    @Test
    void aSuppressionWithAReasonClosesTheFinding() throws IOException {
        write(
                "src/main/java/shop/Orders.java",
                LOOP.replace(
                        "http.getForObject(\"http",
                        "// loadline:ignore remote-call-in-loop two ids at most\n            http.getForObject(\"http"));
        run("audit", folder.toString(), "--details");
        assertThat(output()).doesNotContain("blocker[remote-call-in-loop]");
    }

    @Test
    void explainShowsThePageAndUnknownRulesAreBadUse() {
        assertThat(run("explain", "query-in-loop")).isEqualTo(Main.FINE);
        assertThat(output()).startsWith("# Query in a loop");
        assertThat(run("explain", "query-in-lop")).isEqualTo(Main.BAD_USE);
        assertThat(errors()).contains("query-in-loop");
    }

    @Test
    void rulesAreListedInEveryFormat() {
        for (String format : new String[] {"table", "json", "markdown"}) {
            out.reset();
            assertThat(run("rules", "--format", format)).isEqualTo(Main.FINE);
            assertThat(output()).contains("remote-call-in-loop");
        }
    }

    @Test
    void aFolderOfWhichMostCannotBeReadIsTooLittleToJudge() throws IOException {
        flawed();
        for (int i = 0; i < 3; i++) {
            write("src/main/java/shop/Broken" + i + ".java", "not Java at all {{{");
        }
        assertThat(run("audit", folder.toString())).isEqualTo(Main.UNREADABLE);
        assertThat(errors()).contains("too little");
    }

    @Test
    void anEnvironmentThatTheSystemDoesNotShowIsBadUse() throws IOException {
        flawed();
        assertThat(run("audit", folder.toString(), "--environment", "mars")).isEqualTo(Main.BAD_USE);
        assertThat(errors()).contains("--environment mars");
    }

    @Test
    void aFolderAndADanglingLinkNamedLikeJavaDoNotEndTheRun() throws IOException {
        flawed();
        Files.createDirectories(folder.resolve("src/main/java/shop/Folder.java"));
        Files.createSymbolicLink(folder.resolve("src/main/java/shop/Gone.java"), folder.resolve("nowhere"));
        assertThat(run("audit", folder.toString())).isEqualTo(Main.FINE);
        assertThat(output()).contains("remote-call-in-loop");
    }

    @Test
    void anUnknownSubcommandFormatAndPolicyAreBadUseInOneSentence() throws IOException {
        flawed();
        assertThat(run("adit", folder.toString())).isEqualTo(Main.BAD_USE);
        assertThat(run("audit", folder.toString(), "--report", "pdf=x")).isEqualTo(Main.BAD_USE);
        assertThat(run("check", folder.toString(), "--fail-on", "everything")).isEqualTo(Main.BAD_USE);
        assertThat(errors())
                .contains("adit")
                .contains("'pdf'")
                .contains("everything")
                .doesNotContain("\tat ");
    }
}
