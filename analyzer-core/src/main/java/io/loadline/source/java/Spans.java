package io.loadline.source.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import io.loadline.evidence.Span;
import java.util.Optional;

/** Where a part of a syntax tree stands. */
final class Spans {

    private static final int CLOSING = JavaToken.Kind.RPAREN.getKind();

    private Shift shift = Shift.NONE;

    /** Changes to another text and returns the shift of the one before. */
    Shift use(Shift next) {
        Shift before = shift;
        shift = next;
        return before;
    }

    /** The shift of the text in use. */
    Shift shift() {
        return shift;
    }

    /** All of it; the start of the file for what stands nowhere. */
    Span of(Node node) {
        Optional<Range> range = node.getRange();
        return range.isPresent() ? of(range.get()) : Span.START;
    }

    /** Its first word. */
    Span firstWord(Node node) {
        Optional<TokenRange> tokens = node.getTokenRange();
        return tokens.isPresent() ? of(tokens.get().getBegin()) : Span.START;
    }

    /** An explicit constructor call without its semicolon. */
    Span invocation(ExplicitConstructorInvocationStmt call) {
        Span all = of(call);
        Optional<JavaToken> closing =
                call.getTokenRange().flatMap(tokens -> tokens.getEnd().getPreviousToken());
        while (closing.isPresent() && closing.get().getKind() != CLOSING) {
            closing = closing.get().getPreviousToken();
        }
        return closing.isEmpty() ? all : through(all, of(closing.get()));
    }

    /** The {@code this} or {@code super} that names an explicit constructor call. */
    Span keyword(ExplicitConstructorInvocationStmt call, String word) {
        Optional<TokenRange> tokens =
                call.getExpression().isPresent() ? call.getExpression().get().getTokenRange() : call.getTokenRange();
        Optional<JavaToken> token =
                tokens.map(range -> call.getExpression().isPresent() ? range.getEnd() : range.getBegin());
        while (token.isPresent() && !token.get().getText().equals(word)) {
            token = token.get().getNextToken();
        }
        return token.isPresent() ? of(token.get()) : firstWord(call);
    }

    /** From the start of a statement to the parenthesis that closes its head, where {@code last} is the last part within. */
    Span head(Node statement, Node last) {
        return head(
                statement,
                last.getTokenRange().flatMap(tokens -> tokens.getEnd().getNextToken()));
    }

    /** The same for a head that has no parts. */
    Span head(Node statement) {
        return head(statement, statement.getTokenRange().map(TokenRange::getBegin));
    }

    private Span head(Node statement, Optional<JavaToken> from) {
        Optional<JavaToken> closing = from;
        while (closing.isPresent() && closing.get().getKind() != CLOSING) {
            closing = closing.get().getNextToken();
        }
        return closing.isEmpty() ? firstWord(statement) : through(of(statement), of(closing.get()));
    }

    private static Span through(Span start, Span end) {
        return new Span(start.line(), start.column(), end.endLine(), end.endColumn());
    }

    private Span of(JavaToken token) {
        Optional<Range> range = token.getRange();
        return range.isPresent() ? of(range.get()) : Span.START;
    }

    private Span of(Range range) {
        return new Span(
                shift.line(range.begin.line),
                shift.column(range.begin.line, range.begin.column),
                shift.line(range.end.line),
                shift.column(range.end.line, range.end.column));
    }
}
