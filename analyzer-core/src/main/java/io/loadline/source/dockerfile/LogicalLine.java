package io.loadline.source.dockerfile;

import io.loadline.evidence.Span;

/** An instruction with its continuation lines and here-documents joined. */
record LogicalLine(String text, Span span) {

    String firstWord() {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    String afterFirstWord() {
        return text.substring(firstWord().length()).strip();
    }
}
