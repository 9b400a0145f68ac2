package io.loadline.report;

import io.loadline.rule.Severity;

/** Shapes that tell severities and verdicts apart without colour. */
final class Icons {

    /** The shapes, defined once for the page. */
    static final String DEFINITIONS = """

            <svg width="0" height="0" class="defs" aria-hidden="true" focusable="false">
            <symbol id="i-blocker" viewBox="0 0 20 20"><path d="M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z" fill="currentColor"/><path d="M5.5 8.6h9v2.8h-9z" class="cut"/></symbol>
            <symbol id="i-major" viewBox="0 0 20 20"><path d="M10 1.5 19.3 18H.7z" fill="currentColor"/><path d="M9 7h2v6H9zM9 14.4h2v2H9z" class="cut"/></symbol>
            <symbol id="i-minor" viewBox="0 0 20 20"><path d="M10 1.6 18.4 10 10 18.4 1.6 10z" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="10" cy="10" r="2.4" fill="currentColor"/></symbol>
            <symbol id="i-info" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="M9 8.6h2V15H9zM9 5h2v2H9z" fill="currentColor"/></symbol>
            <symbol id="i-ok" viewBox="0 0 20 20"><circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" stroke-width="2"/><path d="m6 10.3 2.8 2.8L14 7.6" fill="none" stroke="currentColor" stroke-width="2"/></symbol>
            <symbol id="i-unknown" viewBox="0 0 20 20"><rect x="2" y="2" width="16" height="16" rx="3" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M7.6 8.1a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.8" fill="none" stroke="currentColor" stroke-width="1.8"/><path d="M9 13.4h2v2H9z" fill="currentColor"/></symbol>
            <symbol id="i-mark" viewBox="0 0 32 32"><circle cx="16" cy="16" r="10" fill="none" stroke="currentColor" stroke-width="2.6"/><path d="M1 14.7h30v2.6H1z" fill="currentColor"/></symbol>
            </svg>
            """;

    private Icons() {}

    static void severity(Severity severity, Html html) {
        icon(severity.word(), html);
    }

    static void icon(String name, Html html) {
        html.open("svg", "class", "icon " + name, "aria-hidden", "true", "focusable", "false");
        html.shape("use", "href", "#i-" + name).close();
    }
}
