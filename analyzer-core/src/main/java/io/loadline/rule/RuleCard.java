package io.loadline.rule;

/**
 * What a rule says of itself.
 *
 * @param title the question it asks, as one sentence that ends in a question mark
 * @param severity of a breach, unless the breach itself is milder
 * @param since the version that brought the rule
 */
public record RuleCard(String title, Dimension dimension, Severity severity, String since) {

    /** The same card with another severity. */
    public RuleCard weighing(Severity other) {
        return new RuleCard(title, dimension, other, since);
    }
}
