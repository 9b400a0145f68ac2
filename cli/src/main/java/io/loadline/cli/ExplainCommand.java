package io.loadline.cli;

import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code loadline explain}: the page of a rule. */
@Command(name = "explain", description = "Show the page of a rule.", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RULE", description = "The rule's id, such as remote-call-in-loop.")
    private String rule = "";

    private final Streams streams;
    private final RulePack pack;

    ExplainCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        List<String> ids = pack.rules().stream().map(Rule::id).toList();
        if (!ids.contains(rule)) {
            List<String> near = ids.stream().filter(this::isNear).toList();
            throw new BadUse("there is no rule '%s'%s"
                    .formatted(
                            Lines.first(rule),
                            near.isEmpty() ? "; 'loadline rules' lists them" : "; near: " + String.join(", ", near)));
        }
        streams.out().print(pack.page(rule).orElseThrow());
        streams.out().flush();
        return Main.FINE;
    }

    private boolean isNear(String id) {
        return List.of(rule.split("-")).stream().anyMatch(word -> word.length() > 3 && id.contains(word));
    }
}
