package io.loadline.system.configuration;

import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes that files other than Java name: beans of XML files, class names among properties, main classes of builds. */
public final class ClassMentions {

    private static final Pattern CLASS_NAME = Pattern.compile("(?:[a-zA-Z_]\\w*\\.)+[A-Z]\\w*");

    private final Set<String> names = new HashSet<>();

    private ClassMentions() {}

    /** Collects the classes that inputs name. */
    public static ClassMentions of(Collection<? extends Input> inputs) {
        ClassMentions mentions = new ClassMentions();
        inputs.forEach(mentions::add);
        return mentions;
    }

    /** Whether some file names a class. */
    public boolean contains(String qualifiedName) {
        return names.contains(qualifiedName);
    }

    private void add(Input input) {
        if (input instanceof Input.Documents file) {
            file.documents().forEach(this::add);
        } else if (input instanceof Input.Properties file) {
            file.documents().forEach(this::add);
        } else if (input instanceof Input.Xml file) {
            add(file.root());
        } else if (input instanceof Input.Script file) {
            add(file.lines());
        } else if (input instanceof Input.Gradle file) {
            file.statements().forEach(s -> add(s.text()));
        } else if (input instanceof Input.Dockerfile file) {
            file.instructions().forEach(i -> add(i.text()));
        }
    }

    private void add(Tree tree) {
        if (tree instanceof Tree.Scalar scalar) {
            add(scalar.value());
        } else if (tree instanceof Tree.Items items) {
            items.elements().forEach(this::add);
        } else if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(e -> {
                add(e.key());
                add(e.value());
            });
        }
    }

    private void add(List<Input.Property> properties) {
        properties.forEach(p -> {
            add(p.key());
            add(p.value());
        });
    }

    private void add(Input.Element element) {
        add(element.attributes());
        add(element.text());
        element.children().forEach(this::add);
    }

    private void add(String text) {
        Matcher found = CLASS_NAME.matcher(text);
        while (found.find()) {
            names.add(found.group());
        }
    }
}
