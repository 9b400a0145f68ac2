package io.loadline.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One value of a YAML file of ours with the place where it stands. Everything asked of it either fits or fails with a
 * {@link ConfigException} that names file, line, what was found and what was expected.
 */
public final class Section {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(ms|s|min|h)");
    private static final Pattern RATE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*/\\s*(s|min|h)");

    private final String file;
    private final String name;
    private final Node node;

    private Section(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    /** Reads a file; empty where it says nothing at all. */
    public static Optional<Section> read(String file, String text) {
        try {
            return new Compose(LoadSettings.builder().setLabel(file).build())
                    .composeString(text)
                    .filter(root -> !isNull(root))
                    .map(root -> new Section(file, "the file", root));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new ConfigException(file, line, "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ConfigException(file, 1, "not readable as YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new ConfigException(file, 1, "not readable as YAML: nested too deeply");
        }
    }

    /** What the value is called, for messages. */
    public String name() {
        return name;
    }

    /** The line on which it stands, from 1. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    /** The column at which it stands, from 1. */
    public int column() {
        return node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    }

    /** The file in which it stands. */
    public String file() {
        return file;
    }

    /** This mapping, which has no other keys than these. */
    public Section only(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (NodeTuple tuple : tuples()) {
            if (!known.contains(key(tuple))) {
                throw wrong(
                        tuple.getKeyNode(), "unknown key '" + key(tuple) + "'", "one of " + String.join(", ", known));
            }
        }
        return this;
    }

    /** The value of a key; empty where it is absent or null. */
    public Optional<Section> at(String key) {
        return Optional.ofNullable(entries().get(key));
    }

    /** The value of a key that must be there. */
    public Section need(String key) {
        return at(key).orElseThrow(() -> wrong(node, name + " without '" + key + "'", "'" + key + "' to be set"));
    }

    /** The entries of a mapping in written order, without those that are null; every key stands once. */
    public Map<String, Section> entries() {
        Map<String, Section> entries = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (NodeTuple tuple : tuples()) {
            String key = key(tuple);
            if (seen.contains(key)) {
                throw wrong(tuple.getKeyNode(), "'" + key + "' twice", "it once");
            }
            seen.add(key);
            if (!isNull(tuple.getValueNode())) {
                entries.put(key, new Section(file, "'" + key + "'", tuple.getValueNode()));
            }
        }
        return entries;
    }

    /** The elements of a list; a single value is a list of one. */
    public List<Section> items() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(element -> new Section(file, "an entry of " + name, element))
                    .toList();
        }
        if (node instanceof ScalarNode) {
            return List.of(this);
        }
        throw wrong(node, "a mapping as " + name, "a list");
    }

    /** The elements of a list as texts. */
    public List<String> texts() {
        return items().stream().map(Section::text).toList();
    }

    /** A text that is not blank. */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw expected("a text");
    }

    /** A number. */
    public double number() {
        return value(BigDecimal::new, "a number").doubleValue();
    }

    /** A whole number that is not negative. */
    public long count() {
        long count = value(Long::valueOf, "a whole number");
        if (count < 0) {
            throw expected("a whole number from 0");
        }
        return count;
    }

    /** {@code true} or {@code false}. */
    public boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw expected("true or false");
        };
    }

    /** A day. */
    public LocalDate day() {
        return value(LocalDate::parse, "a day such as 2027-01-31");
    }

    /** A length of time above 0, such as {@code 300ms}, {@code 2s} or {@code 1.5min}. */
    public Duration duration() {
        Matcher parts = DURATION.matcher(text());
        if (!parts.matches() || new BigDecimal(parts.group(1)).signum() == 0) {
            throw expected("a time such as 300ms, 2s or 1min");
        }
        long millis = "ms".equals(parts.group(2)) ? 1 : seconds(parts.group(2)) * 1000;
        return Duration.ofNanos(new BigDecimal(parts.group(1))
                .multiply(BigDecimal.valueOf(millis * 1_000_000))
                .longValue());
    }

    /** A frequency above 0, such as {@code 200/s}, {@code 600/min} or {@code 10/h}. */
    public Rate rate() {
        Matcher parts = RATE.matcher(text());
        if (!parts.matches() || new BigDecimal(parts.group(1)).signum() == 0) {
            throw expected("a rate such as 200/s, 600/min or 10/h");
        }
        return new Rate(Double.parseDouble(parts.group(1)) / seconds(parts.group(2)));
    }

    private static long seconds(String unit) {
        return unit.equals("h") ? 3600 : unit.equals("min") ? 60 : 1;
    }

    /** One of the words of an enum, in lower case with hyphens. */
    public <E extends Enum<E>> E word(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text())) {
                return constant;
            }
        }
        throw expected("one of "
                + Arrays.stream(type.getEnumConstants()).map(Section::word).collect(Collectors.joining(", ")));
    }

    /** The word of an enum constant, in lower case with hyphens. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The complaint that this value is not what was expected. */
    public ConfigException expected(String what) {
        String found = node instanceof ScalarNode scalar
                ? "'" + scalar.getValue() + "'"
                : node instanceof SequenceNode ? "a list" : "a mapping";
        return wrong(node, found + " as " + name, what);
    }

    private <T> T value(Function<String, T> parse, String what) {
        try {
            return parse.apply(text());
        } catch (NumberFormatException | DateTimeParseException e) {
            throw expected(what);
        }
    }

    private List<NodeTuple> tuples() {
        if (node instanceof MappingNode mapping) {
            return mapping.getValue();
        }
        throw expected("a mapping");
    }

    private String key(NodeTuple tuple) {
        if (tuple.getKeyNode() instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(tuple.getKeyNode(), "a compound key", "a word");
    }

    private ConfigException wrong(Node place, String found, String wanted) {
        int line = place.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        return new ConfigException(file, line, "found " + found + ", expected " + wanted);
    }

    private static boolean isNull(Node node) {
        return node.getTag().getValue().equals("tag:yaml.org,2002:null");
    }
}
