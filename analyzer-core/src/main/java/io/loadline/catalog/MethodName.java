package io.loadline.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method as the catalog names it.
 *
 * @param type qualified, nested types joined by dots
 * @param method its name, {@code new} for a constructor, {@code *} for every method
 * @param arguments how many it takes, {@link #ANY} for every overload
 */
public record MethodName(String type, String method, int arguments) {

    /** Stands for every number of arguments. */
    public static final int ANY = -1;

    private static final Pattern FORM = Pattern.compile("((?:\\w+\\.)+\\w+)#(\\*|\\w+)(?:/(\\d{1,2}))?");

    /**
     * Reads {@code Type#method}, {@code Type#method/2}, {@code Type#new} or {@code Type#*}.
     *
     * @throws IllegalArgumentException when the text has another form
     */
    public static MethodName parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a method: expected package.Type#method, with /N for a number of arguments");
        }
        String count = form.group(3);
        return new MethodName(form.group(1), form.group(2), count == null ? ANY : Integer.parseInt(count));
    }

    /** Writes {@code Type#a,b/2} out as {@code Type#a} and {@code Type#b/2}, and checks every form. */
    static List<String> expand(@Nullable List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            int hash = text.indexOf('#');
            for (String method : text.substring(hash + 1).split(",", -1)) {
                names.add(parse(text.substring(0, hash + 1) + method.strip()).toString());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public String toString() {
        String name = type + "#" + method;
        return arguments == ANY ? name : name + "/" + arguments;
    }
}
