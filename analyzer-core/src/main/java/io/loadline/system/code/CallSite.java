package io.loadline.system.code;

import io.loadline.code.Node;
import io.loadline.evidence.Location;
import io.loadline.evidence.Span;

/**
 * One call, allocation or method reference in the body of a method, with what stands around it. Two are equal only when they are the
 * same one.
 */
public final class CallSite {

    private final Method caller;
    private final Node node;
    private final Target target;
    private final Frame frame;
    private final int order;

    CallSite(Method caller, Node node, Target target, Frame frame, int order) {
        this.caller = caller;
        this.node = node;
        this.target = target;
        this.frame = frame;
        this.order = order;
    }

    /** The method in whose text it stands, also when it stands inside a lambda. */
    public Method caller() {
        return caller;
    }

    /** A {@link Node.Call}, {@link Node.New} or {@link Node.MethodRef}. */
    public Node node() {
        return node;
    }

    /** What is called. */
    public Target target() {
        return target;
    }

    /** What it stands in, innermost first. */
    public Frame frame() {
        return frame;
    }

    /** Its number within the caller, in order of evaluation. */
    public int order() {
        return order;
    }

    /** Where the call stands. */
    public Location at() {
        return Location.of(caller.owner().path(), span());
    }

    private Span span() {
        if (node instanceof Node.Call call) {
            return call.span();
        }
        return node instanceof Node.New created ? created.span() : ((Node.MethodRef) node).span();
    }

    /** The call for people: {@code restTemplate.getForObject}. */
    public String title() {
        if (node instanceof Node.New created) {
            return "new " + created.type().simpleName();
        }
        String name = target.name().equals("<init>") ? "new" : target.name();
        String on = node instanceof Node.Call call && call.receiver() != null
                ? Wording.of(call.receiver())
                : node instanceof Node.MethodRef ref ? Wording.of(ref.scope()) : "";
        return on.isEmpty() ? name : on + "." + name;
    }
}
