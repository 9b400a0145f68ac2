package io.loadline;

import io.loadline.catalog.Catalog;
import io.loadline.evidence.Problem;
import io.loadline.fact.Facts;
import io.loadline.report.Report;
import io.loadline.rule.Asking;
import io.loadline.rule.Rule;
import io.loadline.score.Scoring;
import io.loadline.source.Readers;
import io.loadline.source.Reading;
import io.loadline.system.Linker;
import io.loadline.system.SystemModel;
import io.loadline.verdict.Settlement;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The front door: a workspace goes in, a report comes out. Each line below is a stage. */
public final class Analyzer {

    private final AnalysisOptions options;
    private final List<Rule<?>> rules;
    private final Catalog catalog;

    /**
     * Prepares an analyzer; it may be used many times.
     *
     * @throws IllegalArgumentException when two packs bring a rule of the same id
     */
    public Analyzer(AnalysisOptions options) {
        this.options = options;
        this.rules = options.packs().stream()
                .flatMap(pack -> pack.rules().stream())
                .sorted(Comparator.comparing(Rule::id))
                .toList();
        if (rules.stream().map(Rule::id).distinct().count() < rules.size()) {
            throw new IllegalArgumentException("two rule packs bring a rule of the same id");
        }
        this.catalog = Catalog.of(options.packs().stream()
                .flatMap(pack -> pack.catalog().stream())
                .toList());
    }

    /** Analyses a workspace. Nothing in it is executed, fetched or changed; what cannot be read or linked is listed as a problem. */
    public Report analyze(Workspace workspace) {
        List<SourceFile> files = workspace.files().stream()
                .filter(file -> file.role() == FileRole.MAIN)
                .toList();
        SuppressionNotes notes = new SuppressionNotes(options);
        Reading reading = Reading.of(files, Readers::new, options.threads(), options.progress(), notes);
        Facts facts = Facts.observe(reading.inputs());
        SystemModel system =
                Linker.link(facts, files, options.background(), catalog, Subjects.sources(), options.threads());
        Asking asking = Asking.of(rules, system).weighing(options.severities());
        Settlement settlement = Settlement.of(asking.answers(), notes.suppressions());
        Scoring scoring = new Scoring(
                options.policy(),
                system.serviceIds(),
                settlement.findings(),
                asking.answers(),
                readShare(files, reading));
        List<Problem> problems = new ArrayList<>(workspace.problems());
        problems.addAll(reading.problems());
        problems.addAll(facts.problems());
        problems.addAll(system.problems());
        problems.addAll(asking.problems());
        problems.addAll(notes.problems());
        problems.addAll(settlement.problems());
        return new Telling(options, files, facts, system, asking, settlement, scoring).report(problems);
    }

    private static double readShare(List<SourceFile> files, Reading reading) {
        return files.isEmpty() ? 1 : (double) reading.inputs().size() / files.size();
    }
}
