package io.loadline.report;

import io.loadline.verdict.Finding;

/** What a finding says, for formats that take one text. */
final class Sentences {

    private Sentences() {}

    /** Message, effect and fix as one line. */
    static String all(Finding finding) {
        StringBuilder out = new StringBuilder(Plain.line(finding.message()));
        if (!finding.effect().isBlank()) {
            out.append(' ').append(Plain.line(finding.effect()));
        }
        if (!finding.fix().isBlank()) {
            out.append(" Fix: ").append(Plain.line(finding.fix()));
        }
        return out.toString();
    }
}
