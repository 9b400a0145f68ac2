package io.loadline.source.java;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.ast.CompilationUnit;

/** The parser with its settings: as new as it goes, and once more as of old for sources that use today's keywords as names. */
final class Parsing {

    private final JavaParser newest = new JavaParser(settings(LanguageLevel.BLEEDING_EDGE));
    private final JavaParser oldest = new JavaParser(settings(LanguageLevel.RAW));

    ParseResult<CompilationUnit> parse(String text) {
        ParseResult<CompilationUnit> first = newest.parse(text);
        if (first.isSuccessful()) {
            return first;
        }
        ParseResult<CompilationUnit> second = oldest.parse(text);
        return second.isSuccessful() ? second : first;
    }

    /** Positions come from tokens, so these are stored. Validators, comments and text processing would only cost time. */
    private static ParserConfiguration settings(LanguageLevel level) {
        ParserConfiguration configuration =
                new ParserConfiguration().setLanguageLevel(level).setAttributeComments(false);
        configuration.getProcessors().clear();
        return configuration;
    }
}
