package io.loadline.report;

import java.util.List;

/** The formats that a report can be shown in. */
public final class Renderers {

    private static final List<String> FORMATS = List.of(
            "terminal",
            "json",
            "html",
            "sarif",
            "sarif-github",
            "markdown",
            "gitlab",
            "sonar",
            "junit",
            "checkstyle",
            "rdjson",
            "csv");

    private Renderers() {}

    /** The names that {@link #byFormat} knows, in the order in which they are offered. */
    public static List<String> formats() {
        return FORMATS;
    }

    /**
     * The renderer of a format.
     *
     * @throws IllegalArgumentException for an unknown name, with the names that are known
     */
    public static Renderer byFormat(String name, RenderOptions options) {
        return switch (name) {
            case "checkstyle" -> new CheckstyleRenderer(options.pathPrefix());
            case "csv" -> new CsvRenderer();
            case "gitlab" -> new GitlabRenderer(options.pathPrefix());
            case "junit" -> new JunitRenderer(options.pathPrefix());
            case "markdown" -> new MarkdownRenderer();
            case "rdjson" -> new RdjsonRenderer(options.pathPrefix());
            case "sonar" -> new SonarRenderer(options.pathPrefix());
            case "html" -> new HtmlRenderer();
            case "json" -> new JsonRenderer();
            case "sarif" -> SarifRenderer.full(options.pathPrefix());
            case "sarif-github" -> SarifRenderer.forGithub(options.pathPrefix());
            case "terminal" -> new TerminalRenderer(options);
            default ->
                throw new IllegalArgumentException(
                        "unknown report format '%s': expected one of %s".formatted(name, String.join(", ", FORMATS)));
        };
    }
}
