package io.loadline.maven;

import io.loadline.report.RenderOptions;
import io.loadline.report.Renderers;
import io.loadline.report.Report;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder that takes one report of each format. */
record ReportFolder(Path folder, List<String> formats) {

    /** @throws IllegalArgumentException for a format that there is not, with those that there are */
    static ReportFolder of(Path folder, List<String> written) {
        List<String> formats = written.stream()
                .map(String::strip)
                .filter(format -> !format.isEmpty())
                .distinct()
                .toList();
        formats.forEach(format -> Renderers.byFormat(format, RenderOptions.PLAIN));
        return new ReportFolder(folder, formats);
    }

    /**
     * Writes the reports.
     *
     * @return their paths, in the order of the formats
     * @throws IOException when the folder or a file in it cannot be written, with a message fit for people
     */
    List<Path> save(Report report, RenderOptions options) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new IOException("the folder " + folder + " cannot be made: " + refused.getMessage(), refused);
        }
        List<Path> saved = new ArrayList<>();
        for (String format : formats) {
            Path file = folder.resolve("loadline" + ending(format));
            StringBuilder text = new StringBuilder();
            Renderers.byFormat(format, options).render(report, text);
            new OwnFile(file).replaceWith(text.toString());
            saved.add(file);
        }
        return List.copyOf(saved);
    }

    /** No two formats share one. */
    private static String ending(String format) {
        return switch (format) {
            case "markdown" -> ".md";
            case "terminal" -> ".txt";
            case "sarif-github" -> ".github.sarif";
            case "junit", "checkstyle" -> "." + format + ".xml";
            case "gitlab", "sonar", "rdjson" -> "." + format + ".json";
            default -> "." + format;
        };
    }
}
