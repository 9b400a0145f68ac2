package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.score.Ceiling;
import java.util.List;

/** What breaks first, with the settings that decide it. */
record HtmlForecast(Report report, Html html) {

    private static final int FIRST = 6;
    private static final int MOST = 60;

    void write() {
        HtmlFrame.section(
                "breaks",
                "What breaks first",
                "Ceilings that code and configuration set, soonest first: arithmetic on what is written, never promised throughput.",
                html);
        List<Ceiling> ceilings = report.forecast();
        if (ceilings.isEmpty()) {
            html.leaf("p", "Nothing that was read sets a ceiling.", "class", "nothing");
        }
        list(ceilings.subList(0, Math.min(FIRST, ceilings.size())), 1);
        if (ceilings.size() > FIRST) {
            List<Ceiling> rest = ceilings.subList(FIRST, Math.min(MOST, ceilings.size()));
            html.open("details", "class", "fold")
                    .leaf("summary", Figures.count(rest.size(), "later ceiling", "later ceilings"));
            list(rest, FIRST + 1);
            html.close();
        }
        HtmlFrame.more(ceilings.size() - MOST, html);
        html.close();
    }

    private void list(List<Ceiling> ceilings, int start) {
        html.open("ol", "class", "breaks", "start", String.valueOf(start));
        ceilings.forEach(this::ceiling);
        html.close();
    }

    private void ceiling(Ceiling ceiling) {
        html.raw("\n").open("li").open("div", "class", "at");
        if (ceiling.value() == null) {
            html.leaf("b", "∞", "aria-hidden", "true").leaf("span", "unbounded");
        } else {
            html.leaf("b", Figures.plain(ceiling.value())).text(" ").leaf("span", ceiling.unit());
        }
        html.close().open("div");
        html.open("h3").text(ceiling.name());
        if (!ceiling.service().isEmpty()) {
            html.text(" ").leaf("span", ceiling.service(), "class", "tag");
        }
        html.close().leaf("p", ceiling.sentence());
        chips(ceiling.provenance(), html);
        html.close(2);
    }

    /** Where numbers come from. */
    static void chips(List<Evidence> steps, Html html) {
        if (steps.isEmpty()) {
            return;
        }
        html.open("ul", "class", "chips", "aria-label", "Comes from");
        for (Evidence step : steps.stream().limit(8).toList()) {
            html.open("li", "title", Places.place(step.at())).text(step.label()).text(" ");
            html.leaf("code", Places.brief(step.at())).close();
        }
        html.close();
    }
}
