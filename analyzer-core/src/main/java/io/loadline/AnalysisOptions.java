package io.loadline;

import io.loadline.config.LoadlineConfig;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import io.loadline.rule.Severity;
import io.loadline.score.ScorePolicy;
import io.loadline.source.Reading;
import io.loadline.system.Background;
import io.loadline.system.build.PomSource;
import io.loadline.verdict.Suppression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to analyse. Nothing in it comes from the audited files.
 *
 * @param title the name of the audited directory, for people
 * @param packs the rules to ask and the catalogs they speak about, in order
 * @param suppressions those that stand outside the audited files' text, in the configuration file
 * @param severities by rule id: what a breach weighs instead of the rule's own severity
 * @param background what is known from outside the tree
 * @param today the day on which suppressions are compared with their last day
 * @param threads how many to read and link with, at least one
 * @param progress watches how far reading has come
 */
public record AnalysisOptions(
        String title,
        List<RulePack> packs,
        ScorePolicy policy,
        List<Suppression> suppressions,
        Map<String, Severity> severities,
        Background background,
        LocalDate today,
        int threads,
        Reading.Progress progress) {

    public AnalysisOptions {
        packs = List.copyOf(packs);
        suppressions = List.copyOf(suppressions);
        severities = Map.copyOf(severities);
    }

    /** The standard policy, nothing suppressed from outside, one thread, nobody watching. */
    public static AnalysisOptions of(String title, List<RulePack> packs, LocalDate today) {
        return new AnalysisOptions(
                title,
                packs,
                ScorePolicy.standard(),
                List.of(),
                Map.of(),
                Background.NONE,
                today,
                1,
                Reading.Progress.NONE);
    }

    /**
     * What a configuration file asks for: rules switched off, other severities, suppressions.
     *
     * @throws io.loadline.config.ConfigException when it names a rule that the pack lacks
     */
    public static AnalysisOptions configured(String title, RulePack pack, LoadlineConfig config, LocalDate today) {
        config.requireRules(pack.rules().stream().map(Rule::id).toList());
        Map<String, Severity> severities = new TreeMap<>();
        config.rules()
                .forEach((id, choice) -> choice.otherSeverity()
                        .ifPresent(word -> severities.put(id, Severity.valueOf(word.toUpperCase(Locale.ROOT)))));
        return of(title, List.of(ChosenRules.of(pack, config)), today)
                .weighing(severities)
                .suppressing(config.suppressions().stream().map(Suppression::of).toList())
                .stating(config);
    }

    /** The same on so many threads. */
    public AnalysisOptions on(int newThreads) {
        return new AnalysisOptions(
                title, packs, policy, suppressions, severities, background, today, newThreads, progress);
    }

    /** The same, watched. */
    public AnalysisOptions watchedBy(Reading.Progress watcher) {
        return new AnalysisOptions(title, packs, policy, suppressions, severities, background, today, threads, watcher);
    }

    /** The same with another place to look third-party POMs up, such as the local Maven repository. */
    public AnalysisOptions knowing(PomSource poms) {
        return knowing(new Background(poms, background.stated()));
    }

    /** The same with what people state because no file of the system does: facts, services, and which environments to judge. */
    public AnalysisOptions stating(LoadlineConfig stated) {
        return knowing(new Background(background.poms(), stated));
    }

    /** The same for one environment alone, whatever the configuration file says. */
    public AnalysisOptions judging(String environment) {
        return stating(background.stated().judging(List.of(environment)));
    }

    private AnalysisOptions knowing(Background known) {
        return new AnalysisOptions(title, packs, policy, suppressions, severities, known, today, threads, progress);
    }

    /** The same with what libraries of one's own do. */
    public AnalysisOptions knowing(HouseCatalog house) {
        List<RulePack> more = new ArrayList<>(packs);
        if (!house.catalog().isEmpty()) {
            more.add(house);
        }
        return new AnalysisOptions(title, more, policy, suppressions, severities, background, today, threads, progress);
    }

    /** The same with other severities for some rules. */
    public AnalysisOptions weighing(Map<String, Severity> other) {
        return new AnalysisOptions(title, packs, policy, suppressions, other, background, today, threads, progress);
    }

    /** The same with suppressions from outside the audited files' text. */
    public AnalysisOptions suppressing(List<Suppression> more) {
        return new AnalysisOptions(title, packs, policy, more, severities, background, today, threads, progress);
    }
}
