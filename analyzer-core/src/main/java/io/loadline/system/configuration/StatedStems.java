package io.loadline.system.configuration;

import io.loadline.code.FieldDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of configuration files that code states in place of the conventional one, by the module of the code. */
public final class StatedStems {

    /** Code states none. */
    public static final StatedStems NONE = new StatedStems(Map.of());

    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:--)?" + Pattern.quote(Conventions.STEM_KEY) + "\\s*[=:]\\s*(\\S+)");
    private static final int LIMIT_CHARACTERS = 1_000;

    private final Map<String, Set<String>> byModule;

    private StatedStems(Map<String, Set<String>> byModule) {
        this.byModule = byModule;
    }

    /** The names that some units state. */
    public static StatedStems of(Collection<Unit> units, Function<String, String> moduleOf) {
        Map<String, Set<String>> byModule = new TreeMap<>();
        for (Unit unit : units) {
            Set<String> stems = new TreeSet<>();
            unit.types().forEach(type -> new Search(stems).in(type));
            if (!stems.isEmpty()) {
                byModule.computeIfAbsent(moduleOf.apply(unit.path()), m -> new TreeSet<>())
                        .addAll(stems);
            }
        }
        return new StatedStems(byModule);
    }

    /** The names that a module states, sorted. */
    List<String> in(String directory) {
        return List.copyOf(byModule.getOrDefault(directory, Set.of()));
    }

    /** The names in a value that names one or several. */
    static List<String> split(String value) {
        return List.of(value.split(",")).stream()
                .map(String::strip)
                .filter(stem -> stem.matches("[\\w.-]+"))
                .toList();
    }

    /** Looks for the key among the constant texts of one type. */
    private static final class Search {
        private final Set<String> stems;
        private final Map<String, Node> constants = new LinkedHashMap<>();

        Search(Set<String> stems) {
            this.stems = stems;
        }

        void in(TypeDecl type) {
            for (FieldDecl field : type.fields()) {
                if (field.initializer() != null) {
                    constants.put(field.name(), field.initializer());
                }
            }
            type.members().forEach(member -> new Search(stems).in(member));
            Deque<Node> open = new ArrayDeque<>(constants.values());
            type.methods().stream().map(m -> m.body()).filter(Objects::nonNull).forEach(open::push);
            while (!open.isEmpty()) {
                Node here = open.pop();
                look(here);
                here.children().forEach(open::push);
            }
        }

        private void look(Node here) {
            if (here instanceof Node.Call call) {
                List<Node> arguments = call.arguments();
                for (int i = 0; i + 1 < arguments.size(); i++) {
                    if (text(arguments.get(i), 0)
                            .filter(Conventions.STEM_KEY::equals)
                            .isPresent()) {
                        text(arguments.get(i + 1), 0).ifPresent(value -> stems.addAll(split(value)));
                    }
                }
            } else if (here instanceof Node.Operation || here instanceof Node.Literal) {
                Matcher stated = ASSIGNMENT.matcher(text(here, 0).orElse(""));
                if (stated.matches()) {
                    stems.addAll(split(stated.group(1)));
                }
            }
        }

        private Optional<String> text(Node node, int depth) {
            if (node instanceof Node.Literal literal) {
                return literal.kind() == Node.LiteralKind.STRING ? Optional.of(literal.text()) : Optional.empty();
            }
            if (node instanceof Node.Name name && constants.containsKey(name.id()) && depth < 10) {
                return text(constants.get(name.id()), depth + 1);
            }
            if (!(node instanceof Node.Operation sum) || !sum.operator().equals("+") || depth >= 10) {
                return Optional.empty();
            }
            StringBuilder all = new StringBuilder();
            for (Node part : sum.operands()) {
                Optional<String> next = text(part, depth + 1);
                if (next.isEmpty() || all.length() > LIMIT_CHARACTERS) {
                    return Optional.empty();
                }
                all.append(next.get());
            }
            return Optional.of(all.toString());
        }
    }
}
