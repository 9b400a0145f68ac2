package io.loadline.source.java;

import java.util.ArrayDeque;
import java.util.Deque;

/** The qualified names of the types of one file, given in source order. */
final class Naming {

    private final Deque<String> enclosing = new ArrayDeque<>();
    private int numbered;

    /** Starts a file. */
    void open(String packageName) {
        enclosing.clear();
        numbered = 0;
        enclosing.push(packageName);
    }

    /** Enters a type declared by name in the package or in the type entered last. */
    String enterMember(String simpleName) {
        if (enclosing.size() == 1) {
            numbered = 0;
        }
        return enter(simpleName);
    }

    /** Enters a class declared inside a body; anonymous ones have an empty name. */
    String enterLocal(String simpleName) {
        numbered++;
        return enter(numbered + simpleName);
    }

    /** Leaves the type entered last. */
    void leave() {
        enclosing.pop();
    }

    private String enter(String name) {
        String outer = enclosing.element();
        String qualified = outer.isEmpty() ? name : outer + "." + name;
        enclosing.push(qualified);
        return qualified;
    }
}
