package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.rule.Severity;
import io.loadline.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One root cause as a compiler shows an error. */
record TerminalBlock(Report report, int width, RenderOptions options) {

    private static final int ALL = 99;

    /** Place, source line, effect and help; no sentence takes more than the given lines. */
    List<String> full(Finding finding, int sentence) {
        List<String> lines = new ArrayList<>(title(finding, sentence));
        lines.add(arrow(finding, reached(finding)));
        lines.addAll(source(finding.at()));
        lines.addAll(labelled("effect", finding.effect(), sentence));
        lines.addAll(labelled("help", help(finding), sentence));
        return lines;
    }

    /** What and where, and the help where it fits beside. */
    List<String> brief(Finding finding, int sentence) {
        List<String> lines = new ArrayList<>(title(finding, sentence));
        String help = "  help: " + Plain.line(help(finding));
        boolean fits = Cells.width(Places.place(finding.at())) + Cells.width(help) <= width - 6;
        lines.add(arrow(finding, fits ? help : ""));
        return lines;
    }

    /** Everything: also the path that leads there, further places and how sure it is. */
    List<String> detailed(Finding finding) {
        List<String> lines = new ArrayList<>(title(finding, ALL));
        lines.add(arrow(finding, reached(finding)));
        lines.addAll(source(finding.at()));
        if (finding.evidence().size() > 1) {
            for (Evidence step : finding.evidence()) {
                lines.addAll(labelled("by", Places.place(step.at()) + "  " + step.label(), ALL));
            }
        }
        for (Location site : finding.sites()) {
            lines.addAll(labelled("also", Places.place(site), ALL));
        }
        for (String entry : finding.reach().entries()) {
            lines.addAll(labelled("from", entry, ALL));
        }
        lines.addAll(labelled("effect", finding.effect(), ALL));
        lines.addAll(labelled("help", help(finding), ALL));
        lines.addAll(labelled(
                "sure",
                finding.confidence().word() + " confidence · "
                        + finding.dimension().title().toLowerCase(Locale.ROOT) + " · "
                        + options.asking().explain()
                        + finding.rule(),
                ALL));
        return lines;
    }

    private List<String> title(Finding finding, int lines) {
        String tag = finding.severity().word() + "[" + finding.rule() + "]";
        String scope = finding.environment() == null ? "" : " (" + finding.environment() + ")";
        List<String> text = Cells.wrap(tag + ": " + Plain.line(finding.message() + scope), width, lines);
        List<String> out = new ArrayList<>(text);
        String first = text.get(0);
        if (first.startsWith(tag)) {
            out.set(
                    0,
                    Ink.of(finding.severity()).on(tag, options.colour())
                            + Ink.BOLD.on(first.substring(tag.length()), options.colour()));
        }
        return out;
    }

    private String arrow(Finding finding, String aside) {
        int room = width - 6;
        String place = Cells.cutFront(Places.place(finding.at()), room);
        return Ink.CYAN.on("  --> ", options.colour())
                + place
                + Ink.FAINT.on(rest(aside, room - Cells.width(place)), options.colour());
    }

    private static String reached(Finding finding) {
        List<String> entries = finding.reach().entries();
        String more = entries.size() > 1 ? " and " + (entries.size() - 1) + " more" : "";
        return entries.isEmpty() ? "" : "  reached from " + Plain.line(entries.get(0)) + more;
    }

    private static String rest(String text, int room) {
        return room < 20 ? "" : Cells.cut(text, room);
    }

    private List<String> source(Location at) {
        return report.excerpts()
                .line(at)
                .filter(line -> !line.isBlank())
                .map(line -> {
                    String number = String.valueOf(at.line());
                    String gutter = " " + " ".repeat(number.length()) + " | ";
                    Caret caret = Caret.under(line, at, width - gutter.length());
                    return List.of(
                            Ink.CYAN.on(" " + number + " | ", options.colour()) + caret.source(),
                            Ink.CYAN.on(gutter, options.colour())
                                    + Ink.of(Severity.BLOCKER).on(caret.marks(), options.colour()));
                })
                .orElse(List.of());
    }

    private String help(Finding finding) {
        return report.gain(finding)
                        .map(gain -> "(" + Figures.points(gain) + ") ")
                        .orElse("")
                + finding.fix();
    }

    private List<String> labelled(String label, String text, int lines) {
        if (text.isBlank()) {
            return List.of();
        }
        String lead = " ".repeat(8 - label.length()) + label + ": ";
        List<String> out = new ArrayList<>();
        for (String line : Cells.wrap(Plain.line(text), width - lead.length(), lines)) {
            out.add((out.isEmpty() ? Ink.CYAN.on(lead, options.colour()) : " ".repeat(lead.length())) + line);
        }
        return out;
    }
}
