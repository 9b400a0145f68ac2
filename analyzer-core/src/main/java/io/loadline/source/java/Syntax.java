package io.loadline.source.java;

import com.github.javaparser.ParseResult;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The syntax trees of one file: that of its text and, on demand, those of the bodies cut out of it. Gathers all complaints. */
final class Syntax {

    /** Complaints kept per file; a file that is broken throughout would say nothing new with more. */
    private static final int MOST_PROBLEMS = 10;

    private final Parsing parsing = new Parsing();
    private final Spans spans;
    private final SortedMap<Long, Cut> cuts = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String path = "";

    /** A body that waits to be parsed. */
    private record Cut(String source, Shift shift, int line, int column) {}

    Syntax(Spans spans) {
        this.spans = spans;
    }

    /** The tree of a file, as far as there is one. */
    Optional<CompilationUnit> open(String file, String text) {
        path = file;
        cuts.clear();
        problems.clear();
        spans.use(Shift.NONE);
        return parse(text);
    }

    /** What becomes of the body that was cut out where a node ends; empty when none was or when it cannot be read. */
    <T> Optional<T> inside(Node mark, Function<CompilationUnit, T> lower) {
        if (cuts.isEmpty()) {
            return Optional.empty();
        }
        Span span = spans.of(mark);
        Cut cut = cuts.remove(key(span.endLine(), span.endColumn()));
        if (cut == null) {
            return Optional.empty();
        }
        Shift outer = spans.use(cut.shift());
        Optional<T> lowered = parse(cut.source()).map(lower);
        spans.use(outer);
        return lowered;
    }

    /** All complaints about the file in order, also about bodies that nothing asked for. */
    List<Problem> problems() {
        if (problems.isEmpty()) {
            cuts.values().forEach(cut -> add(cut.line(), cut.column(), "This body could not be read."));
        }
        Collections.sort(problems);
        if (problems.size() <= MOST_PROBLEMS) {
            return problems;
        }
        List<Problem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        String rest = "%s more places in this file could not be read.".formatted(problems.size() - MOST_PROBLEMS);
        first.add(new Problem(problems.get(MOST_PROBLEMS).at(), Complaints.STAGE, rest));
        return first;
    }

    private Optional<CompilationUnit> parse(String written) {
        Outline outline = Outline.of(written);
        String text = outline.escaped() ? Literals.withoutEscapedCharacters(written) : written;
        if (outline.escaped()) {
            outline = Outline.of(text);
        }
        if (outline.tooDeep()) {
            Shift shift = spans.shift();
            add(shift.line(1), Math.max(1, shift.column(1, 1)), "The code is nested too deeply to be read.");
            return Optional.empty();
        }
        keepCuts(text, outline);
        ParseResult<CompilationUnit> result = parsing.parse(outline.text());
        problems.addAll(Complaints.of(path, result.getProblems(), spans.shift()));
        return result.getResult().filter(tree -> tree.getParsed() == Node.Parsedness.PARSED);
    }

    private void keepCuts(String text, Outline outline) {
        Cursor cursor = new Cursor(text);
        Shift shift = spans.shift();
        for (DeepBody body : outline.bodies()) {
            cursor.moveTo(body.start());
            int line = shift.line(cursor.line());
            int column = shift.column(cursor.line(), cursor.column());
            cursor.moveTo(body.end());
            long end = key(shift.line(cursor.line()), shift.column(cursor.line(), cursor.column()));
            cuts.put(end, new Cut(body.source(text), body.shift(line, column), line, column));
        }
    }

    private void add(int line, int column, String sentence) {
        problems.add(new Problem(new Location(path, line, column, line, column), Complaints.STAGE, sentence));
    }

    private static long key(int line, int column) {
        return ((long) line << Integer.SIZE) | column;
    }
}
