package io.loadline.rules;

import io.loadline.catalog.CatalogFile;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import io.loadline.rules.bounds.BoundRules;
import io.loadline.rules.capacity.CapacityRules;
import io.loadline.rules.communication.CommunicationRules;
import io.loadline.rules.data.DataRules;
import io.loadline.rules.deadlines.DeadlineRules;
import io.loadline.rules.elasticity.ElasticityRules;
import io.loadline.rules.resilience.ResilienceRules;
import io.loadline.rules.state.StateRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that come with the product, and what they know of third-party APIs. */
public final class StandardRules implements RulePack {

    private final List<Rule<?>> rules = Stream.of(
                    BoundRules.all(),
                    CapacityRules.all(),
                    CommunicationRules.all(),
                    DataRules.all(),
                    DeadlineRules.all(),
                    ElasticityRules.all(),
                    ResilienceRules.all(),
                    StateRules.all())
            .<Rule<?>>flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::id))
            .toList();

    /** Read when first asked for: listing rules and refusing bad flags need no catalog. */
    private static final class Known {
        static final List<CatalogFile> CATALOG = StandardCatalog.files();
    }

    @Override
    public String name() {
        return "standard";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public List<Rule<?>> rules() {
        return rules;
    }

    @Override
    public List<CatalogFile> catalog() {
        return Known.CATALOG;
    }

    @Override
    public Optional<String> page(String ruleId) {
        return rules.stream()
                .filter(rule -> rule.id().equals(ruleId))
                .findFirst()
                .map(StandardRules::pageBeside);
    }

    private static String pageBeside(Rule<?> rule) {
        String name = rule.getClass().getSimpleName() + ".md";
        try (InputStream in = rule.getClass().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the rule %s has no page %s beside it".formatted(rule.id(), name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
