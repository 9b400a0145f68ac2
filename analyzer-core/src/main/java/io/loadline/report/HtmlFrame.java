package io.loadline.report;

/** What surrounds the sections: the bar at the top and the contents at the side. */
record HtmlFrame(Report report, Html html) {

    void top() {
        html.raw("\n").open("header", "class", "top");
        html.open("span", "class", "brand");
        Icons.icon("mark", html);
        html.leaf("span", "Loadline").close();
        html.leaf("span", report.title(), "class", "title");
        html.leaf(
                "button",
                "Light or dark",
                "type",
                "button",
                "id",
                "theme",
                "class",
                "quiet scripted",
                "aria-label",
                "Switch between light and dark");
        html.close();
    }

    void contents() {
        html.open("nav", "aria-label", "Sections").open("ol");
        entry("verdict", "Verdict", -1);
        entry("breaks", "What breaks first", report.forecast().size());
        entry("map", "Service map", report.services().size());
        entry("causes", "Root causes", report.open().size());
        entry("entries", "Ways in", report.entries().size());
        entry("resources", "Resources", report.resources().size());
        entry("dimensions", "Dimensions", -1);
        entry("coverage", "Rules", report.coverage().size());
        entry(
                "open-ends",
                "Open ends",
                report.unknowns().size() + report.problems().size());
        entry("method", "Method", -1);
        html.close(2);
    }

    private void entry(String id, String title, int count) {
        html.open("li").open("a", "href", "#" + id).text(title);
        if (count >= 0) {
            html.leaf("span", String.valueOf(count), "class", "count");
        }
        html.close(2);
    }

    /** Opens a section with its heading and what it is good for. */
    static void section(String id, String title, String lead, Html html) {
        html.raw("\n\n").open("section", "id", id, "aria-labelledby", id + "-title");
        html.leaf("h2", title, "id", id + "-title");
        if (!lead.isEmpty()) {
            html.leaf("p", lead, "class", "lead");
        }
    }

    /** Says that a list is longer than what is shown. */
    static void more(int number, Html html) {
        if (number > 0) {
            html.leaf("p", "… and " + number + " more. The JSON report holds them all.", "class", "more");
        }
    }
}
