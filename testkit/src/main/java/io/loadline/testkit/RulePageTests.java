package io.loadline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.AnalysisOptions;
import io.loadline.Analyzer;
import io.loadline.catalog.CatalogFile;
import io.loadline.report.Report;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import io.loadline.testkit.RulePage.Example;
import io.loadline.testkit.RulePage.Kind;
import io.loadline.verdict.Finding;
import io.loadline.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every example on every rule page of a pack, and holds pages and rules against each other. A pack's own test extends this class
 * and says which pack.
 */
public abstract class RulePageTests {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final RulePack pack;

    protected RulePageTests(RulePack pack) {
        this.pack = pack;
    }

    /** Each rule has a page with at least one bad and one good example. */
    @Test
    protected void everyRuleHasAPageWithBadAndGoodExamples() {
        assertThat(pack.rules()).isNotEmpty();
        for (Rule<?> rule : pack.rules()) {
            Set<Kind> kinds = page(rule).examples().stream().map(Example::kind).collect(Collectors.toSet());
            assertThat(kinds).as(rule.id()).contains(Kind.BAD, Kind.GOOD);
        }
    }

    /** Findings stand on exactly the marked lines; good examples hold at least once; unknown ones say what would settle them. */
    @TestFactory
    protected Stream<DynamicContainer> examplesOnPagesHold() {
        return pack.rules().stream()
                .map(rule -> DynamicContainer.dynamicContainer(
                        rule.id(),
                        page(rule).examples().stream()
                                .map(example -> DynamicTest.dynamicTest(
                                        example.kind() + ": " + example.title(), () -> check(rule, example)))));
    }

    private RulePage page(Rule<?> rule) {
        String markdown = pack.page(rule.id()).orElseThrow(() -> new AssertionError(rule.id() + " has no page"));
        return RulePage.read(rule.id(), markdown);
    }

    private void check(Rule<?> rule, Example example) {
        Analyzer analyzer = new Analyzer(AnalysisOptions.of("example", List.of(only(rule)), DAY));
        Report report = analyzer.analyze(Workspace.of(example.files()));
        Set<String> found = report.findings().stream()
                .filter(Finding::isOpen)
                .map(f -> f.at().path() + ":" + f.at().line())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(report.problems()).as("problems").isEmpty();
        assertThat(found).as("lines with findings").isEqualTo(example.expected());
        Report.RuleCoverage coverage = report.coverage().get(0);
        switch (example.kind()) {
            case BAD -> assertThat(example.expected()).as("marked lines").isNotEmpty();
            case GOOD ->
                assertThat(coverage.holds())
                        .as("subjects for which the property holds")
                        .isPositive();
            case UNKNOWN ->
                assertThat(coverage.unknown())
                        .as("subjects that cannot be judged")
                        .isPositive();
        }
    }

    private RulePack only(Rule<?> rule) {
        return new RulePack() {
            @Override
            public String name() {
                return pack.name();
            }

            @Override
            public String version() {
                return pack.version();
            }

            @Override
            public List<Rule<?>> rules() {
                return List.of(rule);
            }

            @Override
            public List<CatalogFile> catalog() {
                return pack.catalog();
            }

            @Override
            public Optional<String> page(String ruleId) {
                return pack.page(ruleId);
            }
        };
    }
}
