package io.loadline.system.configuration;

import io.loadline.evidence.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the command line and the environment of a process say of configuration, strongest first. */
final class CommandLine {

    private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\((\\w+)\\)|\\{(\\w+)(?::?-([^}]*))?}|(\\w+))");
    private static final int LIMIT_CHARACTERS = 100_000;

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, Variable> bySqueezedName = new LinkedHashMap<>();
    private final List<Entry> arguments = new ArrayList<>();
    private final List<Entry> properties = new ArrayList<>();

    CommandLine(Launch launch) {
        launch.variables().forEach(v -> variables.put(v.name(), v));
        variables.values().forEach(v -> bySqueezedName.put(Key.squeezed(v.name()), v));
        for (String name : Conventions.OPTION_VARIABLES.subList(0, 2)) {
            options(name);
        }
        launch.words().forEach(word -> read(expanded(word.text()), word.at()));
        options(Conventions.OPTION_VARIABLES.get(2));
    }

    private void options(String name) {
        Variable variable = variables.get(name);
        if (variable != null && variable.known().isPresent()) {
            read(expanded(variable.known().get()), variable.at());
        }
    }

    private void read(String text, Location at) {
        for (String word : text.split("\\s+")) {
            String plain = word.replaceAll("^[\"']|[\"',]$", "");
            int equals = plain.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String value = plain.substring(equals + 1).replaceAll("^[\"']|[\"']$", "");
            if (plain.startsWith("--") && equals > 2) {
                arguments.add(Entry.of(plain.substring(2, equals), value, at));
            } else if (plain.startsWith("-D") && equals > 2) {
                properties.add(Entry.of(plain.substring(2, equals), value, at));
            }
        }
    }

    /** The text with references to known variables replaced. */
    private String expanded(String text) {
        Matcher reference = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (reference.find() && out.length() < LIMIT_CHARACTERS) {
            String name = reference.group(1) != null
                    ? reference.group(1)
                    : reference.group(2) != null ? reference.group(2) : reference.group(4);
            String fallback = reference.group(3) == null ? reference.group() : reference.group(3);
            String value = Optional.ofNullable(variables.get(name))
                    .flatMap(Variable::known)
                    .orElse(fallback);
            reference.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        reference.appendTail(out);
        return out.length() > LIMIT_CHARACTERS ? text : out.toString();
    }

    /** The value that an argument or a system property gives to a canonical key. */
    Optional<Entry> stated(String canonical) {
        return last(arguments, canonical).or(() -> last(properties, canonical));
    }

    private static Optional<Entry> last(List<Entry> entries, String canonical) {
        return entries.stream().filter(e -> e.canonical().equals(canonical)).reduce((first, second) -> second);
    }

    /** The environment variable of exactly that name, or the one that stands for a key. */
    Optional<Variable> variable(String key) {
        return Optional.ofNullable(variables.get(key))
                .or(() -> Optional.ofNullable(bySqueezedName.get(Key.squeezed(key))));
    }

    /** The value of a variable with references to other variables replaced. */
    Optional<String> valueOf(Variable variable) {
        return variable.known().map(text -> text.contains("$(") ? expanded(text) : text);
    }

    Set<String> variableNames() {
        return variables.keySet();
    }

    /** Keys that arguments and system properties state, as written. */
    List<Entry> stated() {
        List<Entry> all = new ArrayList<>(arguments);
        all.addAll(properties);
        return all;
    }
}
