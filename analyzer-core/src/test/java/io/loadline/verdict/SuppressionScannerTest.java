package io.loadline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import io.loadline.source.java.JavaReader;
import io.loadline.verdict.Suppression.Lines;
import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SuppressionScannerTest {

    private static final SuppressionScanner SCANNER = new SuppressionScanner();

    @Test
    void commentBesideCodeSpeaksOfItsLine() {
        Suppression note =
                only(FileKind.JAVA, "class A {\n  int a = b(); // loadline:ignore client-waits inner network only\n}");
        assertThat(note.rule()).isEqualTo("client-waits");
        assertThat(note.reason()).isEqualTo("inner network only");
        assertThat(note.lastDay()).isEmpty();
        assertThat(note.cover()).isEqualTo(new Lines("f", 2, 2));
        assertThat(note.at().line()).isEqualTo(2);
        assertThat(note.at().column()).isEqualTo(19);
    }

    @Test
    void commentAloneSpeaksOfNextLinePastCommentsAndAnnotations() {
        String source = """
                class A {
                  // loadline:ignore client-waits inner network only
                  // and something else
                  @Retryable(
                      attempts = 3)
                  @Timed
                  void a() {}
                  void b() {}
                }
                """;
        assertThat(only(FileKind.JAVA, source).cover()).isEqualTo(new Lines("f", 2, 7));
    }

    @Test
    void severalCommentsMayStandAboveOneLine() {
        String yaml = "# loadline:ignore one why\n# loadline:ignore two why\nname: app\nimage: x\n";
        assertThat(scan(FileKind.YAML, yaml).suppressions())
                .extracting(Suppression::cover)
                .containsExactly(new Lines("f", 1, 3), new Lines("f", 2, 3));
    }

    @Test
    void everyKindOfFileHasItsComments() {
        assertThat(only(FileKind.YAML, "a: 1 # loadline:ignore x why").rule()).isEqualTo("x");
        assertThat(only(FileKind.PROPERTIES, "! loadline:ignore x why\na=1").rule())
                .isEqualTo("x");
        assertThat(only(FileKind.DOCKERFILE, "# loadline:ignore x why\nFROM a").rule())
                .isEqualTo("x");
        assertThat(only(FileKind.XML, "<!-- loadline:ignore x why -->\n<a/>").reason())
                .isEqualTo("why");
        assertThat(only(FileKind.GRADLE, "/* loadline:ignore x why */ a()").reason())
                .isEqualTo("why");
        assertThat(only(FileKind.JAVA, "// loadline:ignore x why\r\nclass A {}\r\n")
                        .reason())
                .isEqualTo("why");
    }

    @Test
    void markOutsideCommentIsNone() {
        assertThat(scan(FileKind.JAVA, "String s = \"loadline:ignore x why\";").suppressions())
                .isEmpty();
        assertThat(scan(FileKind.JAVA, "# loadline:ignore x why").suppressions())
                .isEmpty();
        assertThat(scan(FileKind.YAML, "text: loadline:ignore x why").suppressions())
                .isEmpty();
    }

    @Test
    void missingReasonIsProblemAndNotHonoured() {
        for (String text : List.of("x", "x:", "x until 2027-01-31", "x   ")) {
            SuppressionScanner.Scan scan = scan(FileKind.YAML, "a: 1 # loadline:ignore " + text);
            assertThat(scan.suppressions()).as(text).isEmpty();
            assertThat(scan.problems())
                    .as(text)
                    .extracting(Problem::message)
                    .containsExactly("the suppression of x gives no reason and is not honoured");
        }
    }

    @Test
    void missingRuleIsProblem() {
        assertThat(scan(FileKind.YAML, "a: 1 # loadline:ignore").problems())
                .extracting(Problem::message)
                .containsExactly("a suppression names no rule; write the rule's id and a reason");
    }

    @Test
    void lastDayIsRead() {
        Suppression note = only(FileKind.YAML, "a: 1 # loadline:ignore x: moves to the pool until 2027-01-31");
        assertThat(note.lastDay()).contains(LocalDate.of(2027, 1, 31));
        assertThat(note.reason()).isEqualTo("moves to the pool");
        assertThat(only(FileKind.YAML, "a: 1 # loadline:ignore x fine until the move")
                        .reason())
                .isEqualTo("fine until the move");
    }

    @Test
    void impossibleLastDayIsProblemAndNotHonoured() {
        SuppressionScanner.Scan scan = scan(FileKind.YAML, "a: 1 # loadline:ignore x why until 2027-02-30");
        assertThat(scan.suppressions()).isEmpty();
        assertThat(scan.problems()).hasSize(1);
        assertThat(scan.problems().get(0).message()).contains("'2027-02-30', expected a day such as 2027-01-31");
    }

    @Test
    void annotationSpeaksOfItsDeclaration() {
        String source = """
                class A {
                  @SuppressWarnings("loadline:client-waits inner network only")
                  void a() {
                    for (int i = 0; i < 3; i++) {
                      run(() -> {
                        call(
                            i);
                      });
                    }
                  }

                  void b() {}
                }
                """;
        Suppression note = only(FileKind.JAVA, source);
        assertThat(note.reason()).isEqualTo("inner network only");
        Lines lines = (Lines) note.cover();
        assertThat(lines.first()).isEqualTo(2);
        assertThat(lines.last()).isBetween(7, 10);
    }

    @Test
    void annotationOnTypeSpeaksOfItsMembersAndOnFieldOfTheField() {
        String source = """
                @SuppressWarnings({"unchecked", "loadline:one why", "loadline:two why until 2027-01-31"})
                class A {
                  @SuppressWarnings(value = "loadline:three why")
                  Object field = new Object() {
                    void inner() { call(); }
                  };
                  class B {
                    void last() { call(); }
                  }
                }
                """;
        List<Suppression> notes = scan(FileKind.JAVA, source).suppressions();
        assertThat(notes).extracting(Suppression::rule).containsExactly("one", "two", "three");
        assertThat(notes.get(0).cover()).isEqualTo(new Lines("f", 1, 8));
        assertThat(((Lines) notes.get(2).cover()).first()).isEqualTo(3);
        assertThat(((Lines) notes.get(2).cover()).last()).isBetween(5, 6);
    }

    @Test
    void annotationWithinAnonymousTypeIsFound() {
        String source = """
                class A {
                  Object field = new Object() {
                    @SuppressWarnings("loadline:x why") void inner() { call(); }
                  };
                }
                """;
        assertThat(only(FileKind.JAVA, source).cover()).isEqualTo(new Lines("f", 3, 3));
    }

    @Test
    void reasonMayStandBehindTheAnnotationOrAboveIt() {
        assertThat(only(FileKind.JAVA, "class A {\n @SuppressWarnings(\"loadline:x\") // behind\n int a;\n}")
                        .reason())
                .isEqualTo("behind");
        assertThat(only(FileKind.JAVA, "class A {\n // above\n @SuppressWarnings(\"loadline:x\")\n int a;\n}")
                        .reason())
                .isEqualTo("above");
        assertThat(scan(FileKind.JAVA, "class A {\n @SuppressWarnings(\"loadline:x\") String a = \"http://b\";\n}")
                        .problems())
                .hasSize(1);
    }

    @Test
    void workloadAnnotationSpeaksOfItsDocument() {
        Tree document = document(
                10,
                "loadline.io/ignore",
                "one shared volume\ntwo on purpose until 2027-01-31\n",
                "loadline.io/ignore.three",
                "why");
        List<Suppression> notes = manifest(document).suppressions();
        assertThat(notes).extracting(Suppression::rule).containsExactly("one", "two", "three");
        assertThat(notes).extracting(Suppression::reason).containsExactly("shared volume", "on purpose", "why");
        assertThat(notes).extracting(Suppression::cover).containsOnly(new Lines("f", 10, 15));
    }

    @Test
    void otherToolsExemptionsAreHonouredForTheSameQuestion() {
        List<Suppression> notes = manifest(document(
                        1,
                        "ignore-check.kube-linter.io/unset-cpu-requirements",
                        "burstable on purpose",
                        "kube-score/ignore",
                        "pod-networkpolicy, container-resources",
                        "checkov.io/skip1",
                        "CKV_K8S_9=no traffic",
                        "polaris.fairwinds.com/deploymentMissingReplicas-exempt",
                        "true",
                        "polaris.fairwinds.com/readinessProbeMissing-exempt",
                        "false",
                        "datree.skip/CONTAINERS_MISSING_MEMORY_LIMIT_KEY",
                        ""))
                .suppressions();
        assertThat(notes)
                .extracting(Suppression::rule)
                .containsExactly(
                        "cpu-request-missing-or-token",
                        "cpu-request-missing-or-token",
                        "memory-limit-or-request-missing",
                        "readiness-missing-or-shared-fate",
                        "single-replica-service",
                        "memory-limit-or-request-missing");
        assertThat(notes)
                .extracting(Suppression::reason)
                .contains(
                        "burstable on purpose",
                        "no traffic",
                        "exempt from deploymentMissingReplicas of polaris",
                        "exempt from CONTAINERS_MISSING_MEMORY_LIMIT_KEY of datree");
        assertThat(notes).allMatch(Suppression::borrowed);
    }

    @Test
    void exemptionFromEverythingOfToolIsHonouredForAllSharedQuestions() {
        List<Suppression> notes = manifest(document(
                        1, "kube-linter.io/ignore-all", "run by an operator", "polaris.fairwinds.com/exempt", "false"))
                .suppressions();
        assertThat(notes)
                .extracting(Suppression::rule)
                .contains("single-replica-service", "cpu-request-missing-or-token")
                .doesNotHaveDuplicates();
        assertThat(notes).extracting(Suppression::reason).containsOnly("run by an operator");
    }

    @Test
    @Timeout(20)
    void hostileLinesCostNoMoreThanTheirShare() {
        int many = 300_000;
        for (String text : List.of(
                "/".repeat(many) + "x loadline:ignore a b",
                "// loadline:ignore a" + "-".repeat(many) + "!",
                "// loadline:ignore a b" + " ".repeat(many) + "c",
                "// loadline:ignore a why\n".repeat(many / 10))) {
            assertThat(scan(FileKind.GRADLE, text).suppressions().size()).isLessThanOrEqualTo(many);
        }
    }

    private static Suppression only(FileKind kind, String text) {
        SuppressionScanner.Scan scan = scan(kind, text);
        assertThat(scan.problems()).isEmpty();
        assertThat(scan.suppressions()).hasSize(1);
        return scan.suppressions().get(0);
    }

    private static SuppressionScanner.Scan scan(FileKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SourceFile file = file(kind, bytes);
        Input input = kind == FileKind.JAVA ? new JavaReader().read(file, bytes).input() : null;
        return SCANNER.scan(file, bytes, input);
    }

    private static SuppressionScanner.Scan manifest(Tree document) {
        byte[] bytes = "loadline".getBytes(StandardCharsets.UTF_8);
        return SCANNER.scan(file(FileKind.YAML, bytes), bytes, new Input.Documents("f", List.of(document)));
    }

    private static SourceFile file(FileKind kind, byte[] bytes) {
        return new SourceFile("f", kind, FileRole.MAIN, bytes.length, () -> bytes);
    }

    /** A deployment from a line on to five lines later, with annotations. */
    private static Tree document(int line, String... annotations) {
        List<Tree.Entry> entries = new ArrayList<>();
        for (int i = 0; i < annotations.length; i += 2) {
            entries.add(entry(line + 2, annotations[i], scalar(line + 2, annotations[i + 1])));
        }
        Tree metadata = new Tree.Mapping(
                List.of(entry(line + 1, "annotations", new Tree.Mapping(entries, Span.onLine(line + 2, 3, 9)))),
                Span.onLine(line + 1, 3, 9));
        return new Tree.Mapping(
                List.of(
                        entry(line, "kind", scalar(line, "Deployment")),
                        entry(line + 1, "metadata", metadata),
                        entry(line + 5, "status", scalar(line + 5, "x"))),
                Span.onLine(line, 1, 9));
    }

    private static Tree.Entry entry(int line, String key, Tree value) {
        return new Tree.Entry(key, Span.onLine(line, 1, key.length()), value);
    }

    private static Tree scalar(int line, String text) {
        return new Tree.Scalar(text, false, Span.onLine(line, 20, 30));
    }
}
