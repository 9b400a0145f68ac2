package io.loadline.source;

import io.loadline.code.Unit;
import io.loadline.evidence.Span;
import java.util.List;

/** What a reader makes of one file: syntax with positions, nothing interpreted. */
public sealed interface Input {

    /** Relative to the audited root, with {@code /}. */
    String path();

    /**
     * A Java source file.
     *
     * @param lines number of lines in the file
     */
    record Java(Unit unit, int lines) implements Input {
        @Override
        public String path() {
            return unit.path();
        }
    }

    /** A YAML or JSON file: its documents in order, aliases and merge keys expanded. */
    record Documents(String path, List<Tree> documents) implements Input {
        public Documents {
            documents = List.copyOf(documents);
        }
    }

    /**
     * A template of a chart.
     *
     * @param text as written
     * @param documents as far as they can be read with the directives set aside
     */
    record Template(String path, String text, List<Tree> documents) implements Input {
        public Template {
            documents = List.copyOf(documents);
        }
    }

    /** A properties or env file, in order. Multi-document properties files ({@code #---}) are split. */
    record Properties(String path, List<List<Property>> documents) implements Input {
        public Properties {
            documents = List.copyOf(documents);
        }
    }

    /** One {@code key=value} line. */
    record Property(String key, String value, Span span) {}

    /** An XML file. */
    record Xml(String path, Element root) implements Input {}

    /** A Dockerfile, in order. */
    record Dockerfile(String path, List<Instruction> instructions) implements Input {
        public Dockerfile {
            instructions = List.copyOf(instructions);
        }
    }

    /**
     * One Dockerfile instruction, continuation lines joined.
     *
     * @param keyword in upper case
     * @param exec the words of the JSON (exec) form; empty for the shell form
     * @param text everything after the keyword, with build arguments not yet replaced
     */
    record Instruction(String keyword, List<String> exec, String text, Span span) {
        public Instruction {
            exec = List.copyOf(exec);
        }
    }

    /** A Gradle build as far as it can be read without running it: its blocks and statements as text with positions. */
    record Gradle(String path, List<Statement> statements) implements Input {
        public Gradle {
            statements = List.copyOf(statements);
        }
    }

    /**
     * One statement of a Gradle file.
     *
     * @param blocks names of the enclosing blocks, outermost first, such as {@code [dependencies]} or {@code [ext]}
     * @param text the statement, white space folded, comments removed
     */
    record Statement(List<String> blocks, String text, Span span) {
        public Statement {
            blocks = List.copyOf(blocks);
        }
    }

    /** A shell script: its logical lines. */
    record Script(String path, List<Property> lines) implements Input {
        public Script {
            lines = List.copyOf(lines);
        }
    }

    /** An XML element. Attributes are in written order. */
    record Element(String name, List<Property> attributes, String text, List<Element> children, Span span) {
        public Element {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        /** The first child of that local name. */
        public java.util.Optional<Element> child(String childName) {
            return children.stream().filter(c -> c.name().equals(childName)).findFirst();
        }

        /** All children of that local name. */
        public List<Element> children(String childName) {
            return children.stream().filter(c -> c.name().equals(childName)).toList();
        }

        /** The trimmed text of the first child of that local name. */
        public java.util.Optional<String> childText(String childName) {
            return child(childName).map(Element::text).map(String::strip).filter(t -> !t.isEmpty());
        }

        /** The value of an attribute. */
        public java.util.Optional<String> attribute(String attributeName) {
            return attributes.stream()
                    .filter(a -> a.key().equals(attributeName))
                    .map(Property::value)
                    .findFirst();
        }
    }
}
