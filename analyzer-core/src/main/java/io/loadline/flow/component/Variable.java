package io.loadline.flow.component;

import io.loadline.code.Node;
import io.loadline.code.TypeName;
import io.loadline.evidence.Span;
import io.loadline.system.code.CallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variable of one method body, or a field as one body uses it: what it is given, what is called on it, where it is passed. */
final class Variable {

    /** How the variable comes by its value. */
    enum Kind {
        LOCAL,
        PARAMETER,
        /** A parameter of a lambda: whoever takes the lambda gives the value. */
        LAMBDA,
        FIELD
    }

    /** A node and the place near which it stands, by which names in it are told apart. */
    record Placed(Node node, Span at) {}

    /** The variable as an argument of a call. */
    record Passed(CallSite site, int argument) {}

    private final String name;
    private final Kind kind;
    private final int index;
    private final @Nullable TypeName type;
    private final Span from;
    private final @Nullable Span within;
    private boolean changes;
    private final List<Placed> values = new ArrayList<>(2);
    private final List<CallSite> on = new ArrayList<>(4);
    private final List<Passed> passed = new ArrayList<>(2);

    /**
     * @param index of a parameter, otherwise -1
     * @param within the lambda outside of which the variable is not seen
     */
    Variable(String name, Kind kind, int index, @Nullable TypeName type, Span from, @Nullable Span within) {
        this.name = name;
        this.kind = kind;
        this.index = index;
        this.type = type;
        this.from = from;
        this.within = within;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    int index() {
        return index;
    }

    /** The written type; absent for fields, which tell it themselves. */
    @Nullable
    TypeName type() {
        return type;
    }

    /** What is assigned to it, its initial value included. */
    List<Placed> values() {
        return values;
    }

    /** Whether it is counted up or down. */
    boolean changes() {
        return changes;
    }

    void change() {
        changes = true;
    }

    /** The calls that are made on it or chained from one that is. */
    List<CallSite> on() {
        return on;
    }

    List<Passed> passed() {
        return passed;
    }

    Span from() {
        return from;
    }

    boolean isSeenAt(Span at) {
        return startsBefore(from, at) && (within == null || (startsBefore(within, at) && endsBefore(at, within)));
    }

    static boolean startsBefore(Span one, Span other) {
        return one.line() != other.line() ? one.line() < other.line() : one.column() <= other.column();
    }

    private static boolean endsBefore(Span one, Span other) {
        return one.endLine() != other.endLine()
                ? one.endLine() < other.endLine()
                : one.endColumn() <= other.endColumn();
    }
}
