package io.loadline.maven;

import io.loadline.rule.Rule;
import io.loadline.rules.StandardRules;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows the page of a rule: why it exists, what it finds and how to fix it. Lists all rules when none is named. */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {

    /** The rule's id, such as remote-call-in-loop. */
    @Parameter(property = "loadline.rule")
    private @Nullable String rule;

    @Override
    public void execute() throws MojoExecutionException {
        StandardRules pack = new StandardRules();
        if (rule == null) {
            pack.rules()
                    .forEach(each -> getLog().info("%-40s %-8s %s"
                            .formatted(
                                    each.id(),
                                    each.card().severity().word(),
                                    each.card().title())));
            return;
        }
        if (pack.rules().stream().map(Rule::id).noneMatch(rule::equals)) {
            throw new MojoExecutionException("loadline.rule: found '" + rule
                    + "', expected the id of a rule; the goal 'explain' without it lists them");
        }
        pack.page(rule).orElseThrow().lines().forEach(getLog()::info);
    }
}
