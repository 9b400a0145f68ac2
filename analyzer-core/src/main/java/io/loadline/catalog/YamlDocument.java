package io.loadline.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * A catalog file as a tree of texts that remembers its lines. An item of a top-level list that contains {@code (a|b)} stands for one item
 * per alternative.
 */
final class YamlDocument {

    private static final Pattern ALTERNATIVES = Pattern.compile("\\(([\\w.]+(?:\\|[\\w.]+)+)\\)");

    private final String file;
    private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
    private final JsonNode root;

    YamlDocument(String file, String text) {
        this.file = file;
        this.root = convert(compose(text), UnaryOperator.identity(), 0);
    }

    JsonNode root() {
        return root;
    }

    int line(JsonNode node) {
        return lines.getOrDefault(node, 1);
    }

    private Node compose(String text) {
        try {
            Optional<Node> node =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            return node.orElseThrow(() -> new CatalogException(file, 1, "found nothing, expected a catalog file"));
        } catch (MarkedYamlEngineException e) {
            throw new CatalogException(
                    file,
                    e.getProblemMark().map(m -> m.getLine() + 1).orElse(1),
                    "not readable as YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new CatalogException(file, 1, "not readable as YAML: " + e.getMessage());
        }
    }

    private JsonNode convert(Node node, UnaryOperator<String> choice, int depth) {
        if (node instanceof MappingNode mapping) {
            return convert(mapping, choice, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return convert(sequence, choice, depth);
        }
        // Not TextNode.valueOf, which shares the empty text and would lose its line.
        return at(node, new TextNode(choice.apply(((ScalarNode) node).getValue())));
    }

    private JsonNode convert(MappingNode mapping, UnaryOperator<String> choice, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new CatalogException(file, lineOf(mapping), "found a compound key, expected a word");
            }
            if (object.has(key.getValue())) {
                throw new CatalogException(file, lineOf(key), "found '" + key.getValue() + "' twice, expected it once");
            }
            object.set(key.getValue(), convert(tuple.getValueNode(), choice, depth + 1));
        }
        return at(mapping, object);
    }

    private JsonNode convert(SequenceNode sequence, UnaryOperator<String> choice, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node element : sequence.getValue()) {
            Optional<MatchResult> alternatives = depth == 1 ? alternatives(element) : Optional.empty();
            if (alternatives.isEmpty()) {
                array.add(convert(element, choice, depth + 1));
                continue;
            }
            String written = alternatives.get().group();
            for (String alternative : alternatives.get().group(1).split("\\|")) {
                array.add(convert(element, t -> t.replace(written, alternative), depth + 1));
            }
        }
        return at(sequence, array);
    }

    /** The first alternatives in a value, in the order of the text. */
    private static Optional<MatchResult> alternatives(Node node) {
        if (node instanceof ScalarNode scalar) {
            Matcher found = ALTERNATIVES.matcher(scalar.getValue());
            return scalar.getValue().indexOf('|') >= 0 && found.find()
                    ? Optional.of(found.toMatchResult())
                    : Optional.empty();
        }
        Stream<Node> inside = node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(NodeTuple::getValueNode)
                : ((SequenceNode) node).getValue().stream();
        return inside.map(YamlDocument::alternatives).flatMap(Optional::stream).findFirst();
    }

    private <T extends JsonNode> T at(Node node, T json) {
        lines.put(json, lineOf(node));
        return json;
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(1);
    }

    /** Writes the file's first artifact into every versioned default and key that names none. */
    void nameDecidingArtifact() {
        JsonNode first =
                root.path("artifacts").isArray() ? root.path("artifacts").path(0) : root.path("artifacts");
        String[] parts = first.asText().split(":");
        if (parts.length >= 2 || first.asText().equals("jdk")) {
            nameDecidingArtifact(root, parts.length >= 2 ? parts[0] + ":" + parts[1] : "jdk");
        }
    }

    private static void nameDecidingArtifact(JsonNode node, String artifact) {
        for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
            nameDecidingArtifact(children.next(), artifact);
        }
        if (node instanceof ObjectNode object
                && (object.has("from") || object.has("below"))
                && !object.has("artifact")) {
            object.put("artifact", artifact);
        }
    }
}
