package io.loadline.system.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.workspace.LocalRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryPomsTest {

    @TempDir
    Path folder;

    @Test
    void aPomIsReadWhereItLies() throws IOException {
        write("repository/org/pool/pool/1.0/pool-1.0.pom", "<project><artifactId>pool</artifactId></project>");
        assertThat(poms().pom("org.pool", "pool", "1.0").flatMap(root -> root.childText("artifactId")))
                .contains("pool");
        assertThat(poms().pom("org.pool", "pool", "2.0")).isEmpty();
    }

    @Test
    void namesThatLeadOutOfTheRepositoryFindNothing() throws IOException {
        write("outside/1/outside-1.pom", "<project/>");
        assertThat(poms().pom("..", "outside", "1")).isEmpty();
        assertThat(poms().pom("a", "../../outside", "1")).isEmpty();
        assertThat(poms().pom("a", "b", "../../../outside/1")).isEmpty();
        assertThat(poms().pom("", "outside", "1")).isEmpty();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path secret = write("secret.xml", "<project/>");
        Path link = folder.resolve("repository/g/a/1/a-1.pom");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, secret);
        assertThat(poms().pom("g", "a", "1")).isEmpty();
    }

    @Test
    void aBrokenPomAndAnAbsentRepositoryFindNothing() throws IOException {
        write("repository/g/a/1/a-1.pom", "<project><oops");
        assertThat(poms().pom("g", "a", "1")).isEmpty();
        PomSource absent = new RepositoryPoms(new LocalRepository(folder.resolve("nowhere")));
        assertThat(absent.pom("g", "a", "1")).isEmpty();
    }

    private PomSource poms() {
        return new RepositoryPoms(new LocalRepository(folder.resolve("repository")));
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
