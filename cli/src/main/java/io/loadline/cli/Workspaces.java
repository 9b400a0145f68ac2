package io.loadline.cli;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.workspace.Filters;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folders that a command names as one workspace: several are told apart by their names in front of their paths. */
final class Workspaces {

    private Workspaces() {}

    static Workspace of(List<Path> paths, Filters filters) {
        if (paths.size() == 1) {
            return Workspace.open(paths.get(0), filters);
        }
        List<SourceFile> files = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : paths) {
            String prefix = name(path) + "/";
            Workspace each = Workspace.open(path, filters);
            each.files()
                    .forEach(f ->
                            files.add(new SourceFile(prefix + f.path(), f.kind(), f.role(), f.size(), f.content())));
            each.problems().forEach(p -> problems.add(new Problem(moved(prefix, p.at()), p.stage(), p.message())));
        }
        if (files.stream().map(SourceFile::path).distinct().count() < files.size()) {
            throw new BadUse("two of the folders have the same name; audit them one after the other");
        }
        return new Workspace(files, problems);
    }

    private static Location moved(String prefix, Location at) {
        return new Location(prefix + at.path(), at.line(), at.column(), at.endLine(), at.endColumn());
    }

    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "root" : last.toString();
    }
}
