package io.loadline.rule;

import io.loadline.catalog.CatalogFile;
import java.util.List;

/** A named set of rules with the catalog of the libraries that they speak about. */
public interface RulePack {

    /** The pack's name, such as {@code standard}. */
    String name();

    /** The pack's version. */
    String version();

    /** Its rules, sorted by id. */
    List<Rule<?>> rules();

    /** Its catalog files. */
    List<CatalogFile> catalog();

    /** The page of a rule as Markdown; empty for a rule that the pack lacks. */
    java.util.Optional<String> page(String ruleId);
}
