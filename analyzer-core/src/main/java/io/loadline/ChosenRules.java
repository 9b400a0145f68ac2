package io.loadline;

import io.loadline.catalog.CatalogFile;
import io.loadline.config.LoadlineConfig;
import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import java.util.List;
import java.util.Optional;

/** A pack without the rules that the configuration switches off. */
record ChosenRules(RulePack pack, List<Rule<?>> rules) implements RulePack {

    static RulePack of(RulePack pack, LoadlineConfig config) {
        return new ChosenRules(
                pack,
                pack.rules().stream()
                        .filter(rule -> !config.rules().containsKey(rule.id())
                                || config.rules().get(rule.id()).enabled())
                        .toList());
    }

    @Override
    public String name() {
        return pack.name();
    }

    @Override
    public String version() {
        return pack.version();
    }

    @Override
    public List<CatalogFile> catalog() {
        return pack.catalog();
    }

    @Override
    public Optional<String> page(String ruleId) {
        return pack.page(ruleId);
    }
}
