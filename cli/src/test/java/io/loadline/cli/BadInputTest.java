package io.loadline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken, hostile and huge files lie beside good ones: each is told with its place, and the good ones are judged. */
final class BadInputTest {

    /** Enough that the bad ones are not most of what lies there. */
    private static final int GOOD_FILES = 20;

    private static final String GOOD = """
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
            }
            """;
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 1e999
              template:
                spec:
                  containers:
                    - name: web
                      image: web:1
                      resources:
                        limits: {memory: 1e999, cpu: 99999999999999999999}
                        requests: {memory: 1e1000000000, cpu: -1}
            """;

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void lay() throws IOException {
        folder = Files.createDirectory(temp.resolve("shop"));
        write("src/main/java/shop/Orders.java", GOOD);
        for (int i = 0; i < GOOD_FILES; i++) {
            write("src/main/java/shop/Good" + i + ".java", "package shop; class Good" + i + " {}");
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The problems of an audit that must have judged the good file. */
    private List<String> problems() throws IOException {
        Path json = temp.resolve("report.json");
        Ran ran = Ran.command("audit", folder.toString(), "--quiet", "--report", "json=" + json);
        assertThat(ran.code()).as(ran.err()).isEqualTo(Main.FINE);
        JsonNode report = new ObjectMapper().readTree(json.toFile());
        assertThat(report.get("findings").findValuesAsText("rule")).contains("remote-call-in-loop");
        assertThat(report.toString()).doesNotContain("root:x:").doesNotContain("top secret");
        List<String> problems = new ArrayList<>();
        report.get("problems")
                .forEach(p -> problems.add(p.get("path").asText() + ":" + p.get("line") + " "
                        + p.get("message").asText()));
        return problems;
    }

    @Test
    void javaThatCannotBeReadIsToldWithItsPlace() throws IOException {
        write("src/main/java/shop/Broken.java", "class Broken {\n    void m( { }\n");
        write("src/main/java/shop/Binary.java", "\u00ca\u00fe\0\0\1\2".repeat(100));
        write(
                "src/main/java/shop/Deep.java",
                "class Deep { int x = " + "(".repeat(10_000) + ")".repeat(10_000) + "; }");
        write("src/main/java/shop/Huge.java", "class Huge { // " + "x".repeat(50 << 20) + "\n}");
        write("src/main/java/shop/Escape.java", "class Escape {\n    String s = \"\\uZZZZ\";\n}");
        Files.createDirectory(folder.resolve("src/main/java/shop/Folder.java"));
        Files.createSymbolicLink(folder.resolve("src/main/java/shop/Nowhere.java"), Path.of("nothing.java"));
        Files.createSymbolicLink(folder.resolve("src/main/java/shop/Itself.java"), Path.of("Itself.java"));
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        assertThat(problems())
                .containsExactly(
                        "src/main/java/shop/Binary.java:1 The file holds NUL bytes, so it is not Java source text.",
                        "src/main/java/shop/Broken.java:2 Found \"{\" where it cannot stand.",
                        "src/main/java/shop/Deep.java:1 The code is nested too deeply to be read.",
                        "src/main/java/shop/Escape.java:2 Found \"Z\", which starts no Java word.",
                        "src/main/java/shop/Huge.java:1 The file has 52,428,818 bytes; Java files over 8,388,608 bytes are not read.",
                        "src/main/java/shop/Itself.java:1 the link leads nowhere",
                        "src/main/java/shop/Nowhere.java:1 the link leads nowhere");
    }

    @Test
    void yamlThatCannotBeReadIsToldWithItsPlace() throws IOException {
        write("src/main/resources/application.yml", "a: [b\nc: }");
        write("bomb.yml", bomb());
        write("deep.yml", "[".repeat(100_000));
        write("self.yml", "a: &a [*a]\n");
        assertThat(problems())
                .satisfiesExactly(
                        p -> assertThat(p)
                                .startsWith("bomb.yml:6 ")
                                .contains("more than 500000 values when its aliases are expanded"),
                        p -> assertThat(p).startsWith("deep.yml:1 ").contains("nested more than 200 deep"),
                        p -> assertThat(p).startsWith("self.yml:1 ").contains("an alias names no anchor above it"),
                        p -> assertThat(p)
                                .startsWith("src/main/resources/application.yml:2 ")
                                .contains("not valid YAML"));
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a%s: &a%s [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a" + (i - 1) + "]\n");
        }
        return text.toString();
    }

    @Test
    void xmlThatCannotBeReadIsToldAndNothingIsFetchedForIt() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "top secret");
        String entity = "<!DOCTYPE p [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
        write("cut/pom.xml", "<project><modelVersion>4.0.0");
        write("deep/pom.xml", "<project>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</project>");
        write("entity/pom.xml", entity + "<project><artifactId>&x;</artifactId></project>");
        write(
                "src/main/resources/mapper/Orders.xml",
                entity + "<mapper namespace=\"shop.O\"><select id=\"a\">&x;</select></mapper>");
        write("laughs/pom.xml", laughs());
        assertThat(problems())
                .anyMatch(p -> p.startsWith("cut/pom.xml:1 the file is not well-formed XML"))
                .anyMatch(p -> p.startsWith(
                        "deep/pom.xml:1 the file is not well-formed XML: elements are nested more than 200 deep"))
                .anyMatch(p -> p.startsWith("entity/pom.xml:1 the build file could not be read"))
                .anyMatch(p -> p.startsWith("laughs/pom.xml:1 the build file could not be read"));
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<!DOCTYPE p [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a%s \"".formatted(i))
                    .append("&a%s;".formatted(i - 1).repeat(10))
                    .append("\">");
        }
        return text + "]><project><artifactId>&a29;</artifactId></project>";
    }

    @Test
    void whatRefersToItselfOrNeverEndsIsCutShort() throws IOException {
        write(
                "src/main/resources/application.properties",
                "a=${a}\nb=${c}${c}\nc=${b}${b}\nserver.port=${b}\n" + "spring.datasource.url=" + "${a}".repeat(100_000)
                        + "\nspring.datasource.hikari.maximum-pool-size=1e999999999\n");
        write(
                "pom.xml",
                "<project><modelVersion>4.0.0</modelVersion><groupId>g</groupId><artifactId>a</artifactId>"
                        + "<version>${x}</version><properties><x>${y}${y}</x><y>${x}${x}</y></properties>"
                        + "<modules><module>.</module></modules></project>");
        write("Dockerfile", "FROM a\nRUN " + "x".repeat(10 << 20) + "\n");
        write("web.yml", WORKLOAD);
        write("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n");
        write("chart/values.yaml", "a: 1\n");
        write("chart/templates/_h.tpl", "{{- define \"a\" -}}{{ include \"a\" . }}{{ include \"a\" . }}{{- end -}}");
        write("chart/templates/calls.yaml", "a: {{ include \"a\" . }}\n");
        write("chart/templates/range.yaml", "{{- range $i := until 1000000000 }}\nkind: Service\n---\n{{- end }}\n");
        assertThat(problems())
                .anyMatch(p -> p.startsWith("Dockerfile:1 the file is larger than 8 MiB"))
                .anyMatch(p -> p.startsWith("chart/templates/calls.yaml:1 the template cannot be rendered"))
                .noneMatch(p -> p.contains("Exception"));
    }

    @Test
    void namesOfFilesCannotSteerWhatShowsThem() throws IOException {
        for (String name : List.of(
                "\u001b[31mRed",
                "a\nb",
                "<img src=x onerror=alert(1)>",
                "a`b`](http:evil)|",
                "\u202eLive",
                "..%2f..%2fx")) {
            write("src/main/java/shop/" + name.replace("/", "") + ".java", "class {");
        }
        Path html = temp.resolve("report.html");
        Path markdown = temp.resolve("report.md");
        Path sarif = temp.resolve("report.sarif");
        Ran ran = Ran.command(
                "audit",
                folder.toString(),
                "--details",
                "--report",
                "html=" + html,
                "--report",
                "markdown=" + markdown,
                "--report",
                "sarif=" + sarif);
        assertThat(ran.out())
                .contains("\\u{1b}[31mRed.java")
                .contains("\\u{202e}Live.java")
                .contains("a b.java:1");
        assertThat(Files.readString(html))
                .contains("&lt;img src=x onerror=alert(1)&gt;.java")
                .doesNotContain("<img src=x");
        assertThat(Files.readString(markdown)).doesNotContain("<img src=x").doesNotContain("](http:evil)");
        for (String report :
                List.of(ran.out(), Files.readString(html), Files.readString(markdown), Files.readString(sarif))) {
            assertThat(report).doesNotContain("\u001b").doesNotContain("\u202e");
        }
        assertThat(new ObjectMapper().readTree(sarif.toFile()).findValuesAsText("uri"))
                .isNotEmpty()
                .noneMatch(uri -> uri.matches(".*[<>\\s`|\\u001b].*"));
    }

    @Test
    void foldersWithNothingToJudgeAreToldApartFromGoodOnes() throws IOException {
        Path none = Files.createDirectory(temp.resolve("none"));
        Files.writeString(none.resolve("README.txt"), "text");
        Ran ran = Ran.command("audit", none.toString());
        assertThat(ran.code()).isEqualTo(Main.UNREADABLE);
        assertThat(ran.err()).contains("too little could be read to judge").doesNotContain("\tat ");
    }
}
