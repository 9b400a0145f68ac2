package io.loadline.source.java;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the brackets of a source text in one pass. The parser looks ahead over whole statements before it reads them, and again
 * for statements in them: its time doubles with every block inside an expression inside a block, and is cubic in plain nesting.
 * So blocks at such depth are cut out to be parsed on their own, and what is still too deep is not parsed at all.
 */
final class OutlineScanner {

    /** Bodies inside expressions that may lie inside each other before the next is cut out. */
    private static final int DEEPEST = 2;

    /** Annotations with arguments inside parentheses of an expression that may lie inside each other; one is rare. */
    private static final int DEEPEST_ANNOTATIONS = 4;

    /** The sum over all brackets of their squared depth that is still parsed. Plain code has less than 1.5 per character. */
    private static final long MOST_WORK = 20_000_000L;

    private final String text;
    private final Brackets brackets = new Brackets();
    private final List<DeepBody> bodies = new ArrayList<>();
    private char[] blanked = {};
    private int at;
    private Last last = Last.START;
    private boolean created;
    private boolean selected;
    private boolean annotated;
    private boolean typeHead;
    private int enumStart = -1;
    private int angles;
    private int casts;
    private long work;
    private boolean escaped;

    /** The last thing before the current one that is no white space or comment. */
    private enum Last {
        START,
        WORD,
        RECORD,
        DOT,
        ARROW,
        CREATION,
        SELECTION,
        GROUP,
        OTHER
    }

    OutlineScanner(String text) {
        this.text = text;
    }

    Outline scan() {
        while (at < text.length() && !tooDeep()) {
            char here = text.charAt(at);
            if (here <= ' ') {
                at++;
            } else if (Lexemes.isWordPart(here)) {
                word();
            } else if (here == '"' || here == '\'') {
                at = Lexemes.endOfLiteral(text, at);
                last = Last.OTHER;
            } else if (here == '/' && Lexemes.isComment(text, at)) {
                at = Lexemes.endOfComment(text, at);
            } else {
                symbol(here);
                at++;
            }
        }
        if (brackets.cutting()) {
            blank(brackets.cutStart() + 1, text.length());
        }
        return new Outline(blanked.length == 0 ? text : new String(blanked), bodies, escaped, tooDeep());
    }

    private boolean tooDeep() {
        return work > MOST_WORK || brackets.annotations() > DEEPEST_ANNOTATIONS;
    }

    private void word() {
        int start = at;
        while (at < text.length() && Lexemes.isWordPart(text.charAt(at))) {
            at++;
        }
        annotated &= last != Last.WORD && last != Last.RECORD;
        int length = at - start;
        typeHead |= last == Last.RECORD;
        boolean record = false;
        if (is("new", start, length)) {
            created = true;
        } else if (is("switch", start, length)) {
            selected = true;
        } else if (is("enum", start, length)) {
            enumStart = last == Last.START && brackets.inBlock() ? start : -1;
            typeHead = true;
        } else if (is("record", start, length)) {
            record = true;
        } else if (is("class", start, length) || is("interface", start, length)) {
            typeHead |= last != Last.DOT;
        }
        last = record ? Last.RECORD : Last.WORD;
    }

    private boolean is(String keyword, int start, int length) {
        return length == keyword.length() && text.startsWith(keyword, start);
    }

    private void symbol(char here) {
        Last next = Last.OTHER;
        switch (here) {
            case '(' -> openGroup();
            case '[' -> open(Brackets.Kind.INDEX);
            case '{' -> next = openBrace();
            case ')', ']', '}' -> next = close(here);
            case ';' -> next = endStatement();
            case '.' -> next = Last.DOT;
            case '<' -> openAngle();
            case '>' -> angles = Math.max(0, angles - 1);
            case '!', '~' -> next = last;
            case '\\' -> escaped = true;
            case '-' -> next = text.startsWith("->", at) ? skipArrow() : Last.OTHER;
            default -> enumStart = here == ',' ? enumStart : -1;
        }
        annotated = here == '@' || (annotated && here == '.');
        last = next;
    }

    private Last skipArrow() {
        at++;
        return Last.ARROW;
    }

    private void openAngle() {
        angles++;
        work += (long) angles * angles;
    }

    /** A brace or semicolon ends the statement it stands in, unless it stands inside parentheses. */
    private Last endStatement() {
        created = false;
        typeHead &= brackets.inParentheses();
        enumStart = -1;
        angles = 0;
        return Last.START;
    }

    private void openGroup() {
        enumStart = -1;
        casts = last == Last.GROUP ? casts + 1 : 0;
        work += (long) casts * casts;
        if (annotated) {
            open(brackets.inExpression() ? Brackets.Kind.ANNOTATION_IN_EXPRESSION : Brackets.Kind.ANNOTATION);
            return;
        }
        open(created ? Brackets.Kind.CREATION : selected ? Brackets.Kind.SELECTION : Brackets.Kind.GROUP);
        created = false;
        selected = false;
        angles = 0;
    }

    private Last openBrace() {
        Brackets.Kind kind = braceKind();
        boolean cut = kind == Brackets.Kind.ENUM || (kind.isDeep() && brackets.depth() >= DEEPEST);
        if (cut && !brackets.cutting()) {
            brackets.cutFrom(kind == Brackets.Kind.ENUM ? enumStart : at);
        }
        Last next = endStatement();
        open(kind);
        return next;
    }

    private Brackets.Kind braceKind() {
        return switch (last) {
            case ARROW -> Brackets.Kind.BLOCK;
            case CREATION -> Brackets.Kind.CLASS;
            case SELECTION -> Brackets.Kind.SWITCH;
            default -> enumStart >= 0 ? Brackets.Kind.ENUM : typeHead ? Brackets.Kind.TYPE : Brackets.Kind.PLAIN;
        };
    }

    private void open(Brackets.Kind kind) {
        brackets.push(kind);
        work += (long) brackets.size() * brackets.size();
    }

    private Last close(char closing) {
        Brackets.Kind closed = brackets.close(closing);
        created &= closed == Brackets.Kind.INDEX || (closed != null && closed.isAnnotation());
        if (brackets.cutStart() >= 0 && !brackets.cutting()) {
            finishCut(closed);
        }
        if (closing == '}') {
            return endStatement();
        }
        if (closed == Brackets.Kind.CREATION) {
            return Last.CREATION;
        }
        if (closed == Brackets.Kind.SELECTION) {
            return Last.SELECTION;
        }
        return closed == Brackets.Kind.GROUP ? Last.GROUP : Last.OTHER;
    }

    /** A cut that its own brace closes becomes a body; one that a wrong bracket ends is lost, and the parser will complain. */
    private void finishCut(Brackets.@Nullable Kind closed) {
        int start = brackets.takeCut();
        DeepBody.Kind kind = closed == null ? null : closed.body();
        if (kind == null) {
            blank(start + 1, at);
            return;
        }
        bodies.add(new DeepBody(kind, start, at));
        if (kind == DeepBody.Kind.ENUM) {
            blank(start, at);
            blanked[at] = ';';
        } else {
            blank(start + 1, at);
        }
    }

    private void blank(int from, int to) {
        if (blanked.length == 0) {
            blanked = text.toCharArray();
        }
        for (int i = from; i < to; i++) {
            if (blanked[i] != '\n' && blanked[i] != '\r') {
                blanked[i] = ' ';
            }
        }
    }
}
