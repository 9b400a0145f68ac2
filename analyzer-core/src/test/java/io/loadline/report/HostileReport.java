package io.loadline.report;

import io.loadline.evidence.Evidence;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.score.Ceiling;
import io.loadline.verdict.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shop, with every text that comes from scanned files replaced by an attack on whoever shows it. */
final class HostileReport {

    static final String ESCAPE = "\u001b[31m\u001b]0;owned\u0007\r\n\u0085\u009b2J";
    static final String BIDI = "\u202Eevil\u2066\u200B";
    static final String MARKUP = "</script></style><img src=x onerror=alert(1)>'\"--><!--`|";
    static final String LINKS = "[click](javascript:alert(1)) @everyone #1 https://evil.example <!-- loadline --> ]]>";
    static final String TEXT = MARKUP + ESCAPE + BIDI + LINKS + "\uD800漢字 =cmd()";

    private HostileReport() {}

    static Report report() {
        Report shop = SampleReport.shop();
        List<Finding> findings =
                shop.findings().stream().map(HostileReport::hostile).toList();
        return new Report(
                shop.tool(),
                TEXT,
                TEXT,
                shop.inputs(),
                List.of(new Report.Environment(TEXT, List.of(place()))),
                shop.services().stream()
                        .map(s -> new Report.Service(s.id() + TEXT, s.kind(), List.of(TEXT), List.of(TEXT), s.score()))
                        .toList(),
                shop.edges().stream()
                        .map(e -> new Report.Edge(
                                e.from() + TEXT, e.to() + TEXT, TEXT, true, List.of(place()), e.confidence()))
                        .toList(),
                shop.entries().stream()
                        .map(e -> new Report.Entry(
                                TEXT, TEXT, TEXT, place(), Map.of("remote", TEXT), 1, 2.0, false, steps()))
                        .toList(),
                List.of(new Report.Resource(TEXT, TEXT, 1, 2, 3L, "declared", steps())),
                findings,
                shop.gains(),
                shop.coverage(),
                List.of(new Report.Unknown("remote-call-in-loop", TEXT, place(), TEXT)),
                List.of(new Ceiling(TEXT, TEXT, 1.0, TEXT, TEXT, 0, steps())),
                List.of(),
                List.of(new Problem(place(), "read", TEXT)),
                Excerpts.of(findings, path -> Optional.of(TEXT + "\n" + TEXT)),
                shop.weights());
    }

    private static Finding hostile(Finding f) {
        return new Finding(
                f.rule(),
                f.dimension(),
                f.severity(),
                f.confidence(),
                List.of(TEXT),
                TEXT,
                place(),
                TEXT,
                TEXT,
                TEXT,
                steps(),
                List.of(place()),
                new io.loadline.system.Reach(f.reach().heat(), List.of(TEXT)),
                f.fingerprint(),
                f.isOpen() ? null : TEXT,
                f.state());
    }

    private static List<Evidence> steps() {
        return List.of(new Evidence(place(), TEXT), new Evidence(place(), TEXT));
    }

    private static Location place() {
        return new Location("src/" + TEXT + ".java", 1, 3, 1, 30);
    }
}
