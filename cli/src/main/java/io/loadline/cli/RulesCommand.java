package io.loadline.cli;

import io.loadline.rule.Rule;
import io.loadline.rule.RulePack;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code loadline rules}: lists the rules. */
@Command(name = "rules", description = "List the rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {

    private enum Format {
        TABLE,
        JSON,
        MARKDOWN
    }

    @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or markdown.")
    private String format = "table";

    private final Streams streams;
    private final RulePack pack;

    RulesCommand(Streams streams, RulePack pack) {
        this.streams = streams;
        this.pack = pack;
    }

    @Override
    public Integer call() {
        Format wanted;
        try {
            wanted = Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadUse("--format %s: expected table, json or markdown".formatted(Lines.first(format)));
        }
        streams.out()
                .print(
                        switch (wanted) {
                            case TABLE -> table();
                            case JSON -> json();
                            case MARKDOWN -> markdown();
                        });
        streams.out().flush();
        return Main.FINE;
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        for (Rule<?> rule : pack.rules()) {
            text.append("%-40s %-8s %-14s %s%n"
                    .formatted(
                            rule.id(),
                            rule.card().severity().word(),
                            rule.card().dimension().word(),
                            rule.card().title()));
        }
        return text.toString();
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("| rule | severity | dimension | question |\n|---|---|---|---|\n");
        for (Rule<?> rule : pack.rules()) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.card().severity().word(),
                            rule.card().dimension().word(),
                            rule.card().title()));
        }
        return text.toString();
    }

    private String json() {
        StringBuilder text = new StringBuilder("[\n");
        String comma = "";
        for (Rule<?> rule : pack.rules()) {
            text.append(comma)
                    .append("  { \"id\": \"%s\", \"severity\": \"%s\", \"dimension\": \"%s\", \"title\": \"%s\" }"
                            .formatted(
                                    rule.id(),
                                    rule.card().severity().word(),
                                    rule.card().dimension().word(),
                                    rule.card().title().replace("\\", "\\\\").replace("\"", "\\\"")));
            comma = ",\n";
        }
        return text.append("\n]\n").toString();
    }
}
