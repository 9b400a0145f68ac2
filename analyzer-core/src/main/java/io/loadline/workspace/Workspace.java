package io.loadline.workspace;

import io.loadline.evidence.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The files of the audited directory that can say something about scaling, sorted by path.
 *
 * @param files sorted by path in plain string order, each path once
 * @param problems what could not be listed, sorted
 */
public record Workspace(List<SourceFile> files, List<Problem> problems) {

    private static final Comparator<SourceFile> BY_PATH = Comparator.comparing(SourceFile::path);

    public Workspace {
        files = files.stream().sorted(BY_PATH).toList();
        problems = problems.stream().sorted().toList();
    }

    /**
     * Lists a directory. Symbolic links to folders are never followed, those to files only where they stay below the root.
     *
     * @throws WorkspaceException when the root is missing, is a file or cannot be listed
     */
    public static Workspace open(Path root, Filters filters) {
        if (Files.isRegularFile(root)) {
            throw new WorkspaceException(root + " is a file; name the folder that holds it");
        }
        if (!Files.isDirectory(root)) {
            throw new WorkspaceException(root + " does not exist; name a folder to audit");
        }
        if (!Files.isReadable(root)) {
            throw new WorkspaceException(root + " cannot be listed: permission denied");
        }
        try {
            return new Walk(root.toRealPath(), filters).workspace();
        } catch (IOException e) {
            throw new WorkspaceException(root + " cannot be listed: " + Reason.of(e));
        }
    }

    /** A workspace that lies in memory: texts by path. Paths of no known kind are left out. */
    public static Workspace of(Map<String, String> texts) {
        List<SourceFile> files = new ArrayList<>();
        texts.forEach((path, text) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            FileKind.of(path)
                    .ifPresent(kind ->
                            files.add(new SourceFile(path, kind, FileRole.of(path), bytes.length, bytes::clone)));
        });
        return new Workspace(files, List.of());
    }
}
