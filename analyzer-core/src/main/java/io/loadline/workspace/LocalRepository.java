package io.loadline.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** A Maven repository on this machine, from which POMs are read as they lie there. Nothing is fetched and nothing is written. */
public final class LocalRepository {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final int LIMIT_BYTES = 4 << 20;

    private final Path root;

    /** The repository in a folder, which need not exist. */
    public LocalRepository(Path root) {
        this.root = root;
    }

    /**
     * The POM of an artifact as a file; empty where it is not there. Its path starts with {@code repository:}, because it lies outside
     * the audited directory.
     */
    public Optional<SourceFile> pom(String group, String artifact, String version) {
        if (!isName(group) || !isName(artifact) || !isName(version)) {
            return Optional.empty();
        }
        String path =
                group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version + ".pom";
        Path file = root.resolve(path);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LIMIT_BYTES) {
                return Optional.empty();
            }
            return Optional.of(new SourceFile(
                    "repository:" + path,
                    FileKind.XML,
                    FileRole.GENERATED,
                    Files.size(file),
                    new DiskContent(root, path)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.contains("..");
    }
}
