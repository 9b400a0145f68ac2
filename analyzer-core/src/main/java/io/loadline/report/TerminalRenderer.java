package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.rule.Severity;
import io.loadline.score.Ceiling;
import io.loadline.score.ServiceScore;
import io.loadline.verdict.Finding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a person sees first: the worst root causes as a compiler shows them, then what breaks first. Fits into 25 lines. */
public final class TerminalRenderer implements Renderer {

    private static final int SCREEN = 25;
    private static final int WORST = 3;
    private static final int FEWEST = 2;
    private static final int VERDICT = 4;
    private static final int FIRST_CEILINGS = 3;
    private static final int SERVICES = 4;
    private static final int NARROWEST = 40;

    private final RenderOptions options;
    private final int width;

    /** A terminal of the options' width; it uses colour and tells everything only when asked. */
    public TerminalRenderer(RenderOptions options) {
        this.options = options;
        this.width = Math.max(NARROWEST, options.width());
    }

    @Override
    public String format() {
        return "terminal";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        List<String> head = head(report);
        List<String> tail = tail(report);
        List<String> lines = new ArrayList<>(head);
        lines.addAll(options.details() ? everything(report) : worst(report, SCREEN - head.size() - tail.size()));
        lines.addAll(tail);
        for (String line : lines) {
            out.append(line).append('\n');
        }
    }

    private List<String> head(Report report) {
        Report.Inputs inputs = report.inputs();
        String read = String.join(
                " · ",
                Figures.count(inputs.javaFiles(), "Java file", "Java files"),
                Figures.count(inputs.configFiles(), "configuration file", "configuration files"),
                Figures.count(inputs.manifestDocuments(), "manifest", "manifests"),
                Figures.percent(inputs.resolvedCallShare()) + " of calls resolved");
        String name = Plain.line(report.title());
        List<String> lines = new ArrayList<>();
        lines.add(bold(Cells.cut(name, width / 3)) + faint(Cells.cut("  " + read, width - Cells.width(name) % width)));
        Cells.wrap(Plain.line(report.verdict()), width, options.details() ? 9 : VERDICT)
                .forEach(line -> lines.add(bold(line)));
        lines.add("");
        return lines;
    }

    /** As many blocks as the screen has room for; whole sentences about fewer root causes rather than halves about more. */
    private List<String> worst(Report report, int room) {
        List<Finding> worst = report.open().stream().limit(WORST).toList();
        TerminalBlock block = new TerminalBlock(report, width, options);
        return layouts(worst, block)
                .filter(lines -> lines.size() <= room)
                .findFirst()
                .orElseGet(() -> blocks(worst, block, 0, 1, 1));
    }

    /** From the one that says most to the one that says least. */
    private static Stream<List<String>> layouts(List<Finding> worst, TerminalBlock block) {
        int fewest = Math.min(FEWEST, worst.size());
        return down(2, 1)
                .flatMap(sentence -> down(worst.size(), fewest)
                        .flatMap(shown -> down(shown, 1)
                                .flatMap(full -> down(sentence, 1)
                                        .map(brief -> blocks(worst.subList(0, shown), block, full, sentence, brief)))));
    }

    private static Stream<Integer> down(int from, int to) {
        return IntStream.rangeClosed(-from, -to).mapToObj(number -> -number);
    }

    private static List<String> blocks(List<Finding> worst, TerminalBlock block, int full, int sentence, int brief) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < worst.size(); i++) {
            lines.addAll(i < full ? block.full(worst.get(i), sentence) : block.brief(worst.get(i), brief));
            if (i < full - 1) {
                lines.add("");
            }
        }
        if (!worst.isEmpty()) {
            lines.add("");
        }
        return lines;
    }

    private List<String> everything(Report report) {
        TerminalBlock block = new TerminalBlock(report, width, options);
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.open()) {
            lines.addAll(block.detailed(finding));
            lines.add("");
        }
        TerminalLists lists = new TerminalLists(width, options.colour());
        lines.addAll(lists.suppressed(report.suppressed()));
        lines.addAll(lists.unknowns(report.unknowns()));
        lines.addAll(lists.problems(report.problems()));
        return lines;
    }

    private List<String> tail(Report report) {
        List<String> lines = new ArrayList<>();
        int shown = options.details() ? Integer.MAX_VALUE : FIRST_CEILINGS;
        if (!report.forecast().isEmpty()) {
            lines.add(bold("What breaks first"));
            report.forecast().stream().limit(shown).forEach(ceiling -> lines.addAll(ceiling(ceiling)));
        }
        lines.addAll(services(report.services()));
        lines.add(counts(report));
        if (!options.written().isEmpty()) {
            lines.add(Cells.cut("full report: " + Plain.line(String.join(", ", options.written())), width));
        } else if (!options.details() && report.open().size() > WORST) {
            lines.add(faint("the rest: " + options.asking().rest()));
        }
        return lines;
    }

    private List<String> ceiling(Ceiling ceiling) {
        String number = ceiling.value() == null
                ? "unbounded"
                : Figures.plain(ceiling.value()) + " " + Plain.line(ceiling.unit());
        String lead = "  " + Cells.padded(Cells.cut(number, 12), 12) + " ";
        return options.details() ? inFull(ceiling, lead) : List.of(inBrief(ceiling, lead));
    }

    private String inBrief(Ceiling ceiling, String lead) {
        int room = width - Cells.width(lead);
        String sentence = Plain.line(ceiling.sentence());
        String where = Stream.of(2, 1)
                .map(places -> where(ceiling, places))
                .filter(text -> Cells.width(sentence) + Cells.width(text) <= room)
                .findFirst()
                .orElse(where(ceiling, 1));
        String said = Cells.cut(sentence, Math.max(room / 2, room - Cells.width(where)));
        return lead + said + faint(Cells.cut(where, room - Cells.width(said)));
    }

    private static String where(Ceiling ceiling, int places) {
        return ceiling.provenance().isEmpty()
                ? ""
                : ceiling.provenance().stream()
                        .limit(places)
                        .map(step -> Places.brief(step.at()))
                        .collect(Collectors.joining(", ", "  [", "]"));
    }

    private List<String> inFull(Ceiling ceiling, String lead) {
        String blank = " ".repeat(Cells.width(lead));
        List<String> lines = new ArrayList<>();
        for (String line : Cells.wrap(Plain.line(ceiling.sentence()), width - blank.length(), 9)) {
            lines.add((lines.isEmpty() ? lead : blank) + line);
        }
        for (Evidence step : ceiling.provenance()) {
            String place = blank + Places.place(step.at()) + "  " + Plain.line(step.label());
            lines.add(faint(Cells.cut(place, width)));
        }
        return lines;
    }

    private List<String> services(List<Report.Service> services) {
        int shown = options.details() || services.size() <= SERVICES ? services.size() : SERVICES - 1;
        int name = Math.min(
                24,
                services.stream()
                        .mapToInt(s -> Cells.width(Plain.line(s.id())))
                        .max()
                        .orElse(0));
        List<String> lines = new ArrayList<>();
        Ladder.worstFirst(services).stream().limit(shown).forEach(service -> lines.add(service(service, name)));
        if (shown < services.size()) {
            lines.add(faint("and " + (services.size() - shown) + " more services"));
        }
        return lines;
    }

    private String service(Report.Service service, int name) {
        ServiceScore score = service.score();
        String id = Cells.padded(Cells.cut(Plain.line(service.id()), name), name);
        if (!score.isJudged()) {
            return bold(id) + Cells.cut("  not judged: nothing that the rules ask about was found", width - name);
        }
        String distance = Ladder.distance(score);
        String level = "  " + Ladder.standing(score) + (distance.isEmpty() ? "" : ", " + distance);
        String points = "  ·  score " + Figures.plain(score.value());
        String interval = " [" + Figures.plain(score.low()) + "–" + Figures.plain(score.high()) + "]";
        String judged = ", " + Figures.percent(score.coverage()) + " judged";
        String line = Stream.of(points + interval + " " + score.grade() + judged, points + " " + score.grade() + judged)
                .map(level::concat)
                .filter(text -> Cells.width(text) <= width - name)
                .findFirst()
                .orElse(level + points + " " + score.grade());
        return bold(id) + Cells.cut(line, width - name);
    }

    private String counts(Report report) {
        List<Severity> found = Stream.of(Severity.BLOCKER, Severity.MAJOR, Severity.MINOR, Severity.INFO)
                .filter(severity -> report.count(severity) > 0)
                .toList();
        String line = found.stream()
                .map(severity -> Ink.of(severity).on(report.count(severity) + " " + severity.word(), options.colour()))
                .collect(Collectors.joining(" · "));
        int cells = found.stream()
                .mapToInt(severity -> (report.count(severity) + " " + severity.word() + " · ").length())
                .sum();
        String rest = (found.isEmpty() ? "no root causes" : "") + "  ·  "
                + Figures.count(report.unknowns().size(), "unknown", "unknowns")
                + ", " + Figures.count(report.problems().size(), "problem", "problems")
                + ", " + report.suppressed().size() + " suppressed" + sinceBaseline(report);
        return line + Cells.cut(rest, width - cells);
    }

    private static String sinceBaseline(Report report) {
        boolean compared = !report.fixed().isEmpty()
                || report.findings().stream().anyMatch(finding -> finding.state() != Finding.BaselineState.NONE);
        long fresh = report.open().stream()
                .filter(finding -> finding.state() == Finding.BaselineState.NEW)
                .count();
        return compared ? "  ·  " + fresh + " new, " + report.fixed().size() + " fixed" : "";
    }

    private String bold(String text) {
        return Ink.BOLD.on(text, options.colour());
    }

    private String faint(String text) {
        return Ink.FAINT.on(text, options.colour());
    }
}
