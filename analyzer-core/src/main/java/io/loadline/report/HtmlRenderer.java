package io.loadline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One page that opens from disk: no network, no foreign script, everything that was scanned escaped. */
public final class HtmlRenderer implements Renderer {

    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    /** Only our own style and script run, whatever the page should turn out to contain. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; script-src 'sha256-" + hash(SCRIPT) + "'; base-uri 'none'; form-action 'none'";

    @Override
    public String format() {
        return "html";
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        Html html = new Html();
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        head(report, html);
        html.raw("\n").open("body");
        html.leaf("a", "Skip to the report", "class", "skip", "href", "#main");
        html.raw(Icons.DEFINITIONS);
        new HtmlFrame(report, html).top();
        html.open("div", "class", "page");
        new HtmlFrame(report, html).contents();
        html.open("main", "id", "main");
        sections(report, html);
        html.close(2);
        html.raw("\n<script>").raw(SCRIPT).raw("</script>").close(2);
        out.append(html.document());
    }

    private static void head(Report report, Html html) {
        html.open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.empty("meta", "name", "referrer", "content", "no-referrer");
        html.leaf("title", "Loadline: " + report.title());
        html.raw("\n<style>").raw(STYLE).raw("</style>").close();
    }

    private static void sections(Report report, Html html) {
        new HtmlVerdict(report, html).write();
        new HtmlForecast(report, html).write();
        new HtmlMap(report, html).write();
        new HtmlFindings(report, html).write();
        new HtmlEntries(report, html).write();
        new HtmlResources(report, html).write();
        new HtmlDimensions(report, html).write();
        new HtmlCoverage(report, html).write();
        new HtmlOpenEnds(report, html).write();
        new HtmlMethod(report, html).write();
    }

    private static String resource(String name) {
        try (InputStream in = HtmlRenderer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
