package io.loadline.source.dockerfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The JSON form of an instruction's arguments. */
final class ExecForm {

    private static final Set<String> KEYWORDS =
            Set.of("ADD", "CMD", "COPY", "ENTRYPOINT", "HEALTHCHECK", "RUN", "SHELL", "VOLUME");
    private static final JsonFactory JSON = new JsonFactory();

    private ExecForm() {}

    /** The words of a JSON array of strings that follows the flags; empty for anything else, which is then a shell command. */
    static List<String> words(String keyword, String text) {
        String arguments = KEYWORDS.contains(keyword) ? withoutFlags(text, keyword.equals("HEALTHCHECK")) : "";
        if (!arguments.startsWith("[")) {
            return List.of();
        }
        try (JsonParser parser = JSON.createParser(arguments)) {
            List<String> words = new ArrayList<>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.VALUE_STRING) {
                words.add(parser.getText());
            }
            boolean whole = parser.currentToken() == JsonToken.END_ARRAY && parser.nextToken() == null;
            return whole ? List.copyOf(words) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String withoutFlags(String text, boolean healthcheck) {
        int at = 0;
        while (text.startsWith("--", at)) {
            at = skip(text, skip(text, at, false), true);
        }
        if (healthcheck && text.regionMatches(true, at, "CMD", 0, 3)) {
            at = skip(text, at + 3, true);
        }
        return text.substring(at);
    }

    private static int skip(String text, int from, boolean blanks) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at)) == blanks) {
            at++;
        }
        return at;
    }
}
