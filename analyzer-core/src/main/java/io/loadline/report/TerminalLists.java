package io.loadline.report;

import io.loadline.evidence.Problem;
import io.loadline.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What is told only when somebody asks for details: suppressed findings, unknowns and problems. */
record TerminalLists(int width, boolean colour) {

    List<String> suppressed(List<Finding> findings) {
        return list(
                "Suppressed",
                findings,
                f -> f.rule() + "  " + Places.place(f.at()) + "  because "
                        + f.suppressionReason().orElse(""));
    }

    List<String> unknowns(List<Report.Unknown> unknowns) {
        return list(
                "Unknown",
                unknowns,
                u -> u.rule() + "  " + Places.place(u.at()) + "  " + u.subject() + ": settled by " + u.settledBy());
    }

    List<String> problems(List<Problem> problems) {
        return list("Problems", problems, p -> p.stage() + "  " + Places.place(p.at()) + "  " + p.message());
    }

    private <T> List<String> list(String title, List<T> elements, Function<T, String> line) {
        if (elements.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(Ink.BOLD.on(title, colour));
        for (T element : elements) {
            List<String> wrapped = Cells.wrap(Plain.line(line.apply(element)), width - 4, 99);
            lines.add("  " + wrapped.get(0));
            wrapped.stream().skip(1).forEach(more -> lines.add("    " + more));
        }
        lines.add("");
        return lines;
    }
}
