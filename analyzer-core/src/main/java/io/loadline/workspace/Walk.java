package io.loadline.workspace;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk over a directory. Holds one folder open at a time and remembers only files of a known kind. */
final class Walk {

    /** Folders that never hold anything of the system itself. */
    private static final Set<String> SKIPPED = Set.of(
            ".git",
            ".svn",
            ".hg",
            ".bzr",
            ".idea",
            ".vscode",
            ".settings",
            ".gradle",
            ".terraform",
            "node_modules",
            "bower_components",
            "__pycache__",
            ".venv");

    private static final Set<String> SKIPPED_PATHS = Set.of(".mvn/wrapper", "gradle/wrapper");
    private static final int MAX_DEPTH = 200;
    private static final long IGNORE_FILE_LIMIT_BYTES = 1 << 20;
    private static final long XML_LIMIT_BYTES = 1 << 20;

    private final Path root;
    private final IgnoreRules excludes;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Folder> pending = new ArrayDeque<>();

    /** A folder still to be listed; {@code path} is relative and empty for the root. */
    private record Folder(Path disk, String path, int depth, IgnoreRules rules) {
        String child(String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }
    }

    Walk(Path root, Filters filters) {
        this.root = root;
        this.excludes = IgnoreRules.NONE.and("", filters.excludes());
    }

    /** Lists everything below the root; throws only when the root itself cannot be listed. */
    Workspace workspace() throws IOException {
        list(new Folder(root, "", 0, IgnoreRules.NONE));
        while (!pending.isEmpty()) {
            Folder folder = pending.pop();
            try {
                list(folder);
            } catch (IOException e) {
                problem(folder.path(), "the folder cannot be listed: " + Reason.of(e));
            }
        }
        return new Workspace(files, problems);
    }

    private void list(Folder folder) throws IOException {
        IgnoreRules rules = withIgnoreFile(folder);
        List<Path> below = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.disk())) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    below.add(entry);
                } else {
                    names.add(name(entry));
                    offer(entry, folder.child(name(entry)), rules);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        below.forEach(entry -> descend(entry, folder, rules, names));
    }

    private void descend(Path entry, Folder parent, IgnoreRules rules, Set<String> siblings) {
        String path = parent.child(name(entry));
        if (SKIPPED.contains(name(entry))
                || SKIPPED_PATHS.stream().anyMatch(s -> ("/" + path).endsWith("/" + s))
                || isIgnored(path, true, rules)
                || BuildOutput.is(entry, path, siblings)) {
            return;
        }
        if (parent.depth() >= MAX_DEPTH) {
            problem(path, "folders nested more than " + MAX_DEPTH + " deep are not listed");
            return;
        }
        pending.push(new Folder(entry, path, parent.depth() + 1, rules));
    }

    private void offer(Path entry, String path, IgnoreRules rules) {
        Optional<FileKind> kind = FileKind.of(path);
        if (kind.isEmpty() || isIgnored(path, false, rules)) {
            return;
        }
        try {
            Optional<Path> real = realFile(entry, path);
            if (real.isPresent()) {
                keep(path, kind.get(), real.get());
            }
        } catch (InvalidPathException e) {
            problem(path, "the file's name is no text in this system's encoding");
        } catch (IOException e) {
            problem(path, "the file cannot be read: " + Reason.of(e));
        }
    }

    private void keep(String path, FileKind kind, Path real) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isOther()) {
            problem(path, "a pipe, socket or device is not read");
        }
        boolean bulky = kind == FileKind.XML && !path.endsWith("pom.xml") && attributes.size() > XML_LIMIT_BYTES;
        if (attributes.isRegularFile() && !bulky) {
            DiskContent content = new DiskContent(root, relative(real));
            files.add(new SourceFile(path, kind, FileRole.of(path), attributes.size(), content));
        }
    }

    /** The file itself, or what a link stands for where that lies below the root. */
    private Optional<Path> realFile(Path entry, String path) throws IOException {
        if (!Files.isSymbolicLink(entry)) {
            return Optional.of(entry);
        }
        if (!Files.exists(entry)) {
            problem(path, "the link leads nowhere");
            return Optional.empty();
        }
        Path target = entry.toRealPath();
        if (!target.startsWith(root)) {
            problem(path, "the link leads out of the audited folder and is not followed");
            return Optional.empty();
        }
        return Optional.of(target);
    }

    private String relative(Path file) {
        String path = root.relativize(file).toString().replace(File.separatorChar, '/');
        if (!root.resolve(path).equals(file)) {
            throw new InvalidPathException(path, "not the same name when read back");
        }
        return path;
    }

    private boolean isIgnored(String path, boolean folder, IgnoreRules rules) {
        return excludes.ignores(path, folder) || rules.ignores(path, folder);
    }

    private IgnoreRules withIgnoreFile(Folder folder) {
        Path file = folder.disk().resolve(".gitignore");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return folder.rules();
        }
        try {
            if (Files.size(file) > IGNORE_FILE_LIMIT_BYTES) {
                problem(folder.child(".gitignore"), "an ignore file larger than 1 MiB is not obeyed");
                return folder.rules();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return folder.rules().and(folder.path(), text.lines().toList());
        } catch (IOException e) {
            problem(folder.child(".gitignore"), "the ignore file cannot be read: " + Reason.of(e));
            return folder.rules();
        }
    }

    private void problem(String path, String message) {
        problems.add(new Problem(Location.of(path), "open", message));
    }

    private static String name(Path entry) {
        return String.valueOf(entry.getFileName());
    }
}
