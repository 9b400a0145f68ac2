package io.loadline.source.java;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The brackets that are open at one place of a source text, and the cut that may be open with them. */
final class Brackets {

    /** What a bracket opens. */
    enum Kind {
        GROUP(')'),
        CREATION(')'),
        SELECTION(')'),
        ANNOTATION(')'),
        ANNOTATION_IN_EXPRESSION(')'),
        INDEX(']'),
        PLAIN('}'),
        TYPE('}'),
        BLOCK('}', DeepBody.Kind.BLOCK),
        CLASS('}', DeepBody.Kind.CLASS),
        SWITCH('}', DeepBody.Kind.SWITCH),
        ENUM('}', DeepBody.Kind.ENUM);

        private final char closing;
        private final DeepBody.@Nullable Kind body;

        Kind(char closing) {
            this(closing, null);
        }

        Kind(char closing, DeepBody.@Nullable Kind body) {
            this.closing = closing;
            this.body = body;
        }

        /** What becomes of it when it is cut out, if it can be. */
        DeepBody.@Nullable Kind body() {
            return body;
        }

        /** Whether it holds statements inside an expression. */
        boolean isDeep() {
            return this == BLOCK || this == CLASS || this == SWITCH;
        }

        boolean isAnnotation() {
            return this == ANNOTATION || this == ANNOTATION_IN_EXPRESSION;
        }
    }

    private Kind[] open = new Kind[32];
    private int size;
    private int depth;
    private int annotations;
    private int cutStart = -1;
    private int cutSize;

    int size() {
        return size;
    }

    /** How many open brackets hold statements inside an expression. */
    int depth() {
        return depth;
    }

    /** How many annotations with arguments are open inside parentheses of an expression. */
    int annotations() {
        return annotations;
    }

    /** Whether statements may stand here. */
    boolean inBlock() {
        Kind top = size == 0 ? Kind.TYPE : open[size - 1];
        return top == Kind.PLAIN || top == Kind.BLOCK || top == Kind.SWITCH;
    }

    /** Whether the innermost open bracket belongs to an expression or to a list of parameters. */
    boolean inExpression() {
        Kind top = size == 0 ? Kind.TYPE : open[size - 1];
        return top == Kind.INDEX || (top.closing == ')' && !top.isAnnotation());
    }

    boolean inParentheses() {
        return size > 0 && open[size - 1].closing == ')';
    }

    void push(Kind kind) {
        if (size == open.length) {
            open = Arrays.copyOf(open, size * 2);
        }
        open[size++] = kind;
        depth += kind.isDeep() ? 1 : 0;
        annotations += kind == Kind.ANNOTATION_IN_EXPRESSION ? 1 : 0;
    }

    /** Closes the innermost bracket of that form with all inside it, and tells what it had opened; nothing when none is open. */
    @Nullable
    Kind close(char closing) {
        int match = size - 1;
        while (match >= 0 && open[match].closing != closing) {
            match--;
        }
        Kind closed = match < 0 ? null : open[match];
        while (match >= 0 && size > match) {
            Kind kind = open[--size];
            depth -= kind.isDeep() ? 1 : 0;
            annotations -= kind == Kind.ANNOTATION_IN_EXPRESSION ? 1 : 0;
        }
        return closed;
    }

    /** Starts a cut with the bracket that is pushed next. */
    void cutFrom(int start) {
        cutStart = start;
        cutSize = size;
    }

    /** Whether the bracket that the cut started with is still open. */
    boolean cutting() {
        return cutStart >= 0 && size > cutSize;
    }

    /** Where the cut started; negative without one. */
    int cutStart() {
        return cutStart;
    }

    /** Ends the cut and tells where it started. */
    int takeCut() {
        int start = cutStart;
        cutStart = -1;
        return start;
    }
}
