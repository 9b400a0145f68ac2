package io.loadline.fact.helm;

import io.loadline.source.Tree;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the dot means at the top of a template: values, the chart itself, and as much of the release as does not matter. */
final class Root {

    /** Stands for what only a cluster can tell. */
    static final Tree.Scalar UNTOLD = new Tree.Scalar("untold", true, Values.NIL.span());

    private Root() {}

    /**
     * The root of a chart. The release is taken to bear the chart's name, as most do.
     *
     * @param chart the chart's own file
     * @param release name of the chart that is installed
     */
    static Tree of(Tree values, Tree chart, String release, String template) {
        Map<String, Tree> about = new LinkedHashMap<>();
        for (Tree.Entry entry : chart.entries()) {
            String key = entry.key().substring(0, 1).toUpperCase(Locale.ROOT)
                    + entry.key().substring(1);
            about.put(key, entry.value());
        }
        Map<String, Tree> install = new LinkedHashMap<>();
        install.put("Name", Values.text(release));
        install.put("Namespace", Values.text(""));
        install.put("Service", Values.text("Helm"));
        install.put("IsInstall", Values.plain(true));
        install.put("IsUpgrade", Values.plain(false));
        install.put("Revision", Values.plain(1));
        Map<String, Tree> root = new LinkedHashMap<>();
        root.put("Values", values);
        root.put("Chart", Values.mapping(about));
        root.put("Release", Values.mapping(install));
        root.put("Capabilities", UNTOLD);
        root.put("Files", UNTOLD);
        root.put("Template", Values.mapping(Map.of("Name", Values.text(template))));
        return Values.mapping(root);
    }
}
