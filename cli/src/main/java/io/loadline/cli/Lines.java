package io.loadline.cli;

/** Text from elsewhere as one line that a terminal may show. */
final class Lines {

    private Lines() {}

    static String first(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    }
}
