package io.loadline;

import io.loadline.deploy.Workload;
import io.loadline.evidence.Evidence;
import io.loadline.evidence.Problem;
import io.loadline.fact.Facts;
import io.loadline.flow.Entry;
import io.loadline.flow.EntryPoints;
import io.loadline.flow.Waits;
import io.loadline.report.Excerpts;
import io.loadline.report.Report;
import io.loadline.rule.Answer;
import io.loadline.rule.Asking;
import io.loadline.rule.Outcome;
import io.loadline.rule.RulePack;
import io.loadline.score.Ceiling;
import io.loadline.score.Ranking;
import io.loadline.score.Scoring;
import io.loadline.score.ServiceScore;
import io.loadline.score.Verdict;
import io.loadline.system.SystemModel;
import io.loadline.system.service.Service;
import io.loadline.verdict.Finding;
import io.loadline.verdict.Settlement;
import io.loadline.workspace.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts a report together, in the order in which it is told. */
final class Telling {

    private final AnalysisOptions options;
    private final List<SourceFile> files;
    private final Facts facts;
    private final SystemModel system;
    private final Asking asking;
    private final Settlement settlement;
    private final Scoring scoring;

    Telling(
            AnalysisOptions options,
            List<SourceFile> files,
            Facts facts,
            SystemModel system,
            Asking asking,
            Settlement settlement,
            Scoring scoring) {
        this.options = options;
        this.files = files;
        this.facts = facts;
        this.system = system;
        this.asking = asking;
        this.settlement = settlement;
        this.scoring = scoring;
    }

    Report report(List<Problem> problems) {
        Map<String, Double> gains = scoring.gains();
        List<Finding> findings = Ranking.rank(settlement.findings(), gains);
        List<Report.Service> services = services();
        Outlook outlook = new Outlook(system);
        List<Ceiling> forecast = outlook.forecast();
        return new Report(
                tool(),
                options.title(),
                Verdict.sentence(scoring.scores(), forecast, findings, gains),
                new Report.Inputs(
                        facts.units().size(),
                        facts.javaLines(),
                        facts.settings().size(),
                        facts.manifestDocuments(),
                        system.code().resolvedShare()),
                environments(),
                services,
                outlook.edges(),
                entries(),
                outlook.resources(),
                findings,
                gains,
                coverage(),
                unknowns(),
                forecast,
                List.of(),
                problems.stream().sorted().distinct().toList(),
                Excerpts.of(findings, contents()),
                Report.Weight.of(options.policy()));
    }

    private Report.Tool tool() {
        List<Report.Pack> packs = new ArrayList<>();
        for (RulePack pack : options.packs()) {
            packs.add(new Report.Pack(
                    pack.name(),
                    pack.version(),
                    pack.rules().stream()
                            .map(rule -> new Report.RuleInfo(
                                    rule.id(), rule.card(), pack.page(rule.id()).orElse("")))
                            .sorted(Comparator.comparing(Report.RuleInfo::id))
                            .toList()));
        }
        return new Report.Tool("loadline", Version.TEXT, packs);
    }

    private List<Report.Service> services() {
        Map<String, ServiceScore> scores = scoring.scores();
        List<Report.Service> all = new ArrayList<>();
        for (Service service : system.services()) {
            ServiceScore score = scores.get(service.id());
            if (score != null) {
                all.add(new Report.Service(
                        service.id(),
                        service.kind().name().toLowerCase(Locale.ROOT),
                        service.modules(),
                        workloads(service).stream()
                                .map(Telling::name)
                                .distinct()
                                .sorted()
                                .toList(),
                        score));
            }
        }
        return all;
    }

    private List<Workload> workloads(Service service) {
        return system.landscape().isChosen() ? system.landscape().judged(service) : service.workloads();
    }

    private static String name(Workload workload) {
        String environment = workload.id().environment();
        return (environment.isEmpty() ? "" : environment + "/") + workload.id();
    }

    private List<Report.Environment> environments() {
        return system.landscape().environments().stream()
                .map(e -> new Report.Environment(
                        e.name(), e.why().stream().map(Evidence::at).toList()))
                .toList();
    }

    private List<Report.Entry> entries() {
        Waits waits = system.ask(Waits.QUERY);
        return system.ask(EntryPoints.QUERY).all().stream()
                .flatMap(entry -> system.servicesOf(entry.method()).stream()
                        .map(service -> entry(service, entry, waits.of(entry).orElse(NO_WAIT))))
                .sorted(Comparator.comparing(Report.Entry::service)
                        .thenComparing(Report.Entry::id)
                        .thenComparing(Report.Entry::at))
                .toList();
    }

    private static final Waits.Wait NO_WAIT = new Waits.Wait(0, false, List.of());

    private static Report.Entry entry(String service, Entry entry, Waits.Wait wait) {
        Double seconds = wait.unbounded() || wait.seconds() < 0 ? null : wait.seconds();
        return new Report.Entry(
                service, entry.id(), entry.kind(), entry.at(), Map.of(), 0, seconds, wait.unbounded(), wait.because());
    }

    private List<Report.RuleCoverage> coverage() {
        Map<String, int[]> counts = new TreeMap<>();
        options.packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .forEach(rule -> counts.put(rule.id(), new int[4]));
        for (Answer answer : asking.answers()) {
            Outcome outcome = answer.outcome();
            int column = outcome instanceof Outcome.Breach
                    ? 1
                    : outcome instanceof Outcome.Unknown ? 2 : outcome instanceof Outcome.NotApplicable ? 3 : 0;
            int[] row = counts.get(answer.rule());
            if (row != null) {
                row[column]++;
            }
        }
        return counts.entrySet().stream()
                .map(e -> new Report.RuleCoverage(
                        e.getKey(), e.getValue()[0], e.getValue()[1], e.getValue()[2], e.getValue()[3]))
                .toList();
    }

    private List<Report.Unknown> unknowns() {
        return asking.answers().stream()
                .filter(answer -> answer.outcome() instanceof Outcome.Unknown)
                .map(answer -> new Report.Unknown(
                        answer.rule(),
                        answer.subject().key(),
                        answer.subject().at(),
                        ((Outcome.Unknown) answer.outcome()).settledBy()))
                .sorted(Comparator.comparing(Report.Unknown::rule)
                        .thenComparing(Report.Unknown::at)
                        .thenComparing(Report.Unknown::subject))
                .toList();
    }

    private java.util.function.Function<String, Optional<String>> contents() {
        Map<String, SourceFile> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.path(), file));
        return path -> Optional.ofNullable(byPath.get(path)).flatMap(Telling::text);
    }

    private static Optional<String> text(SourceFile file) {
        try {
            return Optional.of(new String(file.content().bytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
