package io.loadline.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loadline.evidence.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    @TempDir
    Path root;

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> paths(String... excludes) {
        return Workspace.open(root, new Filters(List.of(excludes))).files().stream()
                .map(SourceFile::path)
                .toList();
    }

    @Test
    void pathsAreRelativeWithSlashesAndSortedAsPlainStrings() throws IOException {
        write("b/X.java", "");
        write("b.yml", "");
        write("a/Z.java", "");
        write("B.java", "");
        assertThat(paths()).containsExactly("B.java", "a/Z.java", "b.yml", "b/X.java");
    }

    @Test
    void contentIsReadWhenAsked() throws IOException {
        write("a.yml", "before");
        SourceFile file = Workspace.open(root, Filters.NONE).files().get(0);
        write("a.yml", "after");
        assertThat(file.content().bytes()).asString().isEqualTo("after");
    }

    @Test
    void vanishedFileSaysSoWithoutPathsOfTheMachine() throws IOException {
        Path disk = write("a.yml", "x");
        SourceFile file = Workspace.open(root, Filters.NONE).files().get(0);
        Files.delete(disk);
        assertThatThrownBy(() -> file.content().bytes())
                .isInstanceOf(IOException.class)
                .hasMessage("the file cannot be read: it is no longer there");
    }

    @Test
    void missingRootIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Workspace.open(root.resolve("nowhere"), Filters.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageEndingWith("nowhere does not exist; name a folder to audit");
    }

    @Test
    void rootThatIsAFileIsRefused() throws IOException {
        Path file = write("a.yml", "x");
        assertThatThrownBy(() -> Workspace.open(file, Filters.NONE))
                .isInstanceOf(WorkspaceException.class)
                .hasMessageEndingWith("a.yml is a file; name the folder that holds it");
    }

    @Test
    void folderOfOneFileIsAWorkspace() throws IOException {
        write("deep/er/a.yml", "x");
        assertThat(Workspace.open(root.resolve("deep/er"), Filters.NONE).files())
                .extracting(SourceFile::path)
                .containsExactly("a.yml");
    }

    @Test
    void linkedFoldersAreNotFollowed() throws IOException {
        write("a/x.yml", "");
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("b"), root.resolve("a"));
        assertThat(paths()).containsExactly("a/x.yml");
    }

    @Test
    void linkedFileIsKeptOnlyBelowTheRoot(@TempDir Path elsewhere) throws IOException {
        write("a/x.yml", "inside");
        Files.writeString(elsewhere.resolve("secret.yml"), "outside");
        Files.createSymbolicLink(root.resolve("in.yml"), root.resolve("a/x.yml"));
        Files.createSymbolicLink(root.resolve("out.yml"), elsewhere.resolve("secret.yml"));
        Files.createSymbolicLink(root.resolve("broken.yml"), root.resolve("none.yml"));
        Workspace workspace = Workspace.open(root, Filters.NONE);
        assertThat(workspace.files()).extracting(SourceFile::path).containsExactly("a/x.yml", "in.yml");
        assertThat(workspace.files().get(1).content().bytes()).asString().isEqualTo("inside");
    }

    @Test
    void linkThatCannotBeFollowedIsToldWithItsPlace(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret.yml"), "outside");
        Files.createSymbolicLink(root.resolve("broken.yml"), root.resolve("none.yml"));
        Files.createSymbolicLink(root.resolve("notes.txt"), root.resolve("none.txt"));
        Files.createSymbolicLink(root.resolve("out.yml"), elsewhere.resolve("secret.yml"));
        assertThat(Workspace.open(root, Filters.NONE).problems())
                .extracting(problem -> problem.at().path() + ": " + problem.message())
                .containsExactly(
                        "broken.yml: the link leads nowhere",
                        "out.yml: the link leads out of the audited folder and is not followed");
    }

    @Test
    void fileReplacedByALinkIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path disk = write("a.yml", "x");
        Files.writeString(elsewhere.resolve("secret.yml"), "outside");
        SourceFile file = Workspace.open(root, Filters.NONE).files().get(0);
        Files.delete(disk);
        Files.createSymbolicLink(disk, elsewhere.resolve("secret.yml"));
        assertThatThrownBy(() -> file.content().bytes()).isInstanceOf(IOException.class);
    }

    @Test
    void buildOutputBesideItsBuildFileIsLeftOut() throws IOException {
        write("m/pom.xml", "");
        write("m/target/generated/A.java", "");
        write("g/build.gradle.kts", "");
        write("g/build/x.yml", "");
        write("node_modules/x/a.yml", "");
        assertThat(paths()).containsExactly("g/build.gradle.kts", "m/pom.xml");
    }

    @Test
    void outputIsRecognisedByTheClassesItHolds() throws IOException {
        write("bin/shop/orders/A.class", "");
        write("bin/shop/orders/a.yml", "");
        write("sub/build/classes/x.yml", "");
        assertThat(paths()).isEmpty();
    }

    @Test
    void packageOrModuleNamedLikeOutputIsKept() throws IOException {
        write("pom.xml", "");
        write("src/main/java/shop/target/A.java", "");
        write("src/main/java/shop/build/B.java", "");
        write("build/pom.xml", "");
        write("bin/start.sh", "");
        write("dist/Dockerfile", "");
        assertThat(paths())
                .containsExactly(
                        "bin/start.sh",
                        "build/pom.xml",
                        "dist/Dockerfile",
                        "pom.xml",
                        "src/main/java/shop/build/B.java",
                        "src/main/java/shop/target/A.java");
    }

    @Test
    void ignoreFilesAreObeyedWhereTheyLie() throws IOException {
        write(".gitignore", "*.env\n/local/\n!keep.env\n");
        write("a/.gitignore", "/x.yml\n");
        write("a/x.yml", "");
        write("a/b/x.yml", "");
        write("a/local/y.yml", "");
        write("local/z.yml", "");
        write("dev.env", "");
        write("keep.env", "");
        assertThat(paths()).containsExactly("a/b/x.yml", "a/local/y.yml", "keep.env");
    }

    @Test
    void excludesCannotBeTakenBackByAnIgnoreFile() throws IOException {
        write(".gitignore", "!legacy/\n!*.yml\n");
        write("legacy/A.java", "");
        write("x.yml", "");
        write("X.java", "");
        assertThat(paths("/legacy/", "*.yml")).containsExactly("X.java");
    }

    @Test
    void oversizedXmlIsLeftOutUnlessItIsAPom() throws IOException {
        write("big.xml", "x".repeat((1 << 20) + 1));
        write("pom.xml", "x".repeat((1 << 20) + 1));
        write("small.xml", "x");
        assertThat(paths()).containsExactly("pom.xml", "small.xml");
    }

    @Test
    void absurdNestingIsAProblemAndTheRestIsKept() throws IOException {
        write("a.yml", "");
        write("d/".repeat(230) + "x.yml", "");
        Workspace workspace = Workspace.open(root, Filters.NONE);
        assertThat(workspace.files()).extracting(SourceFile::path).containsExactly("a.yml");
        assertThat(workspace.problems())
                .extracting(Problem::message)
                .containsExactly("folders nested more than 200 deep are not listed");
    }

    @Test
    void workspaceInMemoryTellsKindsAndRolesByPath() throws IOException {
        Workspace workspace = Workspace.of(Map.of("src/test/java/A.java", "class A {}", "b.yml", "x", "notes.md", "y"));
        assertThat(workspace.files()).extracting(SourceFile::path).containsExactly("b.yml", "src/test/java/A.java");
        assertThat(workspace.files()).extracting(SourceFile::role).containsExactly(FileRole.MAIN, FileRole.TEST);
        assertThat(workspace.files().get(0).content().bytes()).asString().isEqualTo("x");
    }
}
