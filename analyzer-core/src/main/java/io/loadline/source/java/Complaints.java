package io.loadline.source.java;

import com.github.javaparser.JavaToken;
import com.github.javaparser.ParseException;
import com.github.javaparser.Range;
import com.github.javaparser.Token;
import com.github.javaparser.TokenRange;
import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parser complains about, in plain words. */
final class Complaints {

    static final String STAGE = "read";

    /** Where more could stand than this, the list helps nobody. */
    private static final int MOST_EXPECTED = 4;

    private static final int LONGEST_WORD = 40;

    private static final Pattern LEXICAL = Pattern.compile(
            "Lexical error at line (\\d+), column (\\d+)\\.\\s+Encountered: (\"[^ ]*\"|<EOF>).*", Pattern.DOTALL);

    private final String path;
    private final Shift shift;

    private Complaints(String path, Shift shift) {
        this.path = path;
        this.shift = shift;
    }

    static List<Problem> of(String path, List<com.github.javaparser.Problem> found, Shift shift) {
        Complaints complaints = new Complaints(path, shift);
        return found.stream().map(complaints::of).toList();
    }

    static Problem of(String path, String message) {
        return new Problem(Location.of(path), STAGE, message);
    }

    private Problem of(com.github.javaparser.Problem found) {
        if (found.getCause().orElse(null) instanceof ParseException syntax
                && syntax.currentToken != null
                && syntax.currentToken.next != null) {
            Token token = syntax.currentToken.next;
            return new Problem(at(token), STAGE, sentence(syntax, token));
        }
        Matcher lexical = LEXICAL.matcher(found.getMessage());
        if (lexical.matches()) {
            Location at = at(Integer.parseInt(lexical.group(1)), Integer.parseInt(lexical.group(2)));
            String what = lexical.group(3).equals("<EOF>") ? "the end of the file" : lexical.group(3);
            return new Problem(at, STAGE, "Found %s, which starts no Java word.".formatted(what));
        }
        Location at = found.getLocation()
                .map(TokenRange::getBegin)
                .flatMap(JavaToken::getRange)
                .map(range -> at(range))
                .orElse(Location.of(path));
        return new Problem(at, STAGE, "The Java parser gave up: %s.".formatted(firstLine(found.getMessage())));
    }

    private static String sentence(ParseException syntax, Token token) {
        String found = token.kind == 0 ? "the end of the file" : quoted(token.image);
        SortedSet<String> expected = expected(syntax);
        if (expected.isEmpty() || expected.size() > MOST_EXPECTED) {
            return "Found %s where it cannot stand.".formatted(found);
        }
        return "Found %s, expected %s.".formatted(found, String.join(" or ", expected));
    }

    private static SortedSet<String> expected(ParseException syntax) {
        SortedSet<String> words = new TreeSet<>();
        if (syntax.expectedTokenSequences != null && syntax.tokenImage != null) {
            for (int[] sequence : syntax.expectedTokenSequences) {
                if (sequence.length > 0) {
                    words.add(syntax.tokenImage[sequence[0]]);
                }
            }
        }
        return words;
    }

    private Location at(Token token) {
        return at(token.beginLine, token.beginColumn);
    }

    private Location at(Range range) {
        return at(range.begin.line, range.begin.column);
    }

    private Location at(int line, int column) {
        int safeLine = Math.max(1, shift.line(line));
        int safeColumn = Math.max(1, shift.column(line, column));
        return new Location(path, safeLine, safeColumn, safeLine, safeColumn);
    }

    private static String quoted(String word) {
        String shown = firstLine(word);
        return '"' + (shown.length() <= LONGEST_WORD ? shown : shown.substring(0, LONGEST_WORD) + "…") + '"';
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
