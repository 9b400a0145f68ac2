package io.loadline.deploy;

import java.util.List;
import java.util.Optional;

/** Labels, annotations, selector terms or configuration entries, in written order. */
public record Labels(List<Label> entries) {

    /** None at all. */
    public static final Labels NONE = new Labels(List.of());

    public Labels {
        entries = List.copyOf(entries);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The entry of that key; the last one wins. */
    public Optional<Label> entry(String key) {
        return entries.stream().filter(e -> e.key().equals(key)).reduce((first, second) -> second);
    }

    /** The value of that key. */
    public Optional<String> value(String key) {
        return entry(key).map(Label::value);
    }

    /** Whether every term of a selector is among these labels. An empty selector selects nothing. */
    public boolean satisfy(Labels selector) {
        return !selector.isEmpty()
                && selector.entries().stream()
                        .allMatch(term ->
                                value(term.key()).filter(term.value()::equals).isPresent());
    }
}
