package io.loadline.cli;

import io.loadline.report.RenderOptions;
import io.loadline.report.Renderers;
import io.loadline.report.Report;
import io.loadline.workspace.OwnFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the reports that a command asks for. */
final class ReportFiles {

    private final AnalysisFlags flags;
    private final Streams streams;

    private record Wanted(String format, String target) {
        boolean toOutput() {
            return target.equals("-");
        }
    }

    private final List<Wanted> wanted = new ArrayList<>();

    /** @throws BadUse when a report is not written as FORMAT=FILE or its format is unknown */
    ReportFiles(AnalysisFlags flags, Streams streams) {
        this.flags = flags;
        this.streams = streams;
        for (String written : flags.reports) {
            int sign = written.indexOf('=');
            if (sign < 1 || sign == written.length() - 1) {
                throw new BadUse("--report %s: expected FORMAT=FILE, such as json=report.json".formatted(written));
            }
            String format = written.substring(0, sign);
            if (!Renderers.formats().contains(format)) {
                throw new BadUse("--report %s: unknown format '%s', expected one of %s"
                        .formatted(written, format, String.join(", ", Renderers.formats())));
            }
            wanted.add(new Wanted(format, written.substring(sign + 1)));
        }
    }

    void write(Report report) {
        List<String> files =
                wanted.stream().filter(w -> !w.toOutput()).map(Wanted::target).toList();
        RenderOptions options = options(files);
        for (Wanted each : wanted) {
            String text = text(report, each.format(), options);
            if (each.toOutput()) {
                streams.out().print(text);
            } else {
                save(Path.of(each.target()), text);
            }
        }
        boolean outputTaken = wanted.stream().anyMatch(Wanted::toOutput);
        if (!flags.quiet && !outputTaken) {
            streams.out().print(text(report, "terminal", options));
        }
        streams.out().flush();
    }

    private RenderOptions options(List<String> files) {
        RenderOptions brief = RenderOptions.PLAIN.wide(width()).beside(files);
        RenderOptions plain = flags.details ? brief.inFull() : brief;
        return streams.terminal() ? plain.coloured() : plain;
    }

    private static int width() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("\\d{2,3}") ? Math.max(60, Integer.parseInt(columns)) : 100;
    }

    private static String text(Report report, String format, RenderOptions options) {
        StringBuilder text = new StringBuilder();
        try {
            Renderers.byFormat(format, options).render(report, text);
        } catch (IOException impossible) {
            throw new IllegalStateException("text refused text", impossible);
        }
        return text.toString();
    }

    private static void save(Path file, String text) {
        try {
            new OwnFile(file).replaceWith(text);
        } catch (IOException refused) {
            throw new BadUse("%s cannot be written: %s".formatted(file, refused.getMessage()));
        }
    }
}
