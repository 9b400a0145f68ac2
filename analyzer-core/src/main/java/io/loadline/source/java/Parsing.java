package io.loadline.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import org.jspecify.annotations.Nullable;

/** The parser with its settings: as new as it goes first, and once more as of old for sources that use today's keywords as names. */
final class Parsing {

    private @Nullable JavaParser newest;
    private @Nullable JavaParser oldest;

    ParseResult<CompilationUnit> parse(String text) {
        if (newest == null) {
            newest = new JavaParser(newest());
        }
        ParseResult<CompilationUnit> first = newest.parse(text);
        if (first.isSuccessful()) {
            return first;
        }
        if (oldest == null) {
            oldest = new JavaParser(oldest());
        }
        ParseResult<CompilationUnit> second = oldest.parse(text);
        return second.isSuccessful() ? second : first;
    }

    /** Forgets a parser that was stopped in the middle of its work. */
    void forget() {
        newest = null;
        oldest = null;
    }

    /** Positions come from tokens, so these are stored. Validators, comments and text processing would only cost time. */
    private static ParserConfiguration newest() {
        ParserConfiguration configuration = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
                .setAttributeComments(false);
        configuration.getProcessors().clear();
        return configuration;
    }

    /** Without a level {@code yield} is a name like any other; escaped characters outside of literals are read too. */
    private static ParserConfiguration oldest() {
        return new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.RAW)
                .setAttributeComments(false)
                .setPreprocessUnicodeEscapes(true);
    }
}
