package io.loadline.source.java;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.stmt.Statement;

/**
 * A stretch of source that is parsed on its own, wrapped so that it is a whole source text.
 *
 * @param start offset of its first character
 * @param end offset of its last character, where the text around it keeps a mark
 */
record DeepBody(Kind kind, int start, int end) {

    /** What is parsed on its own. */
    enum Kind {
        /** The block of a lambda or behind the arrow of a {@code switch}. */
        BLOCK("class $ {", "}"),
        /** The body of an anonymous class. */
        CLASS("class $ ", ""),
        /** The entries of a {@code switch}. */
        SWITCH("class $ {{switch(x)", "}}"),
        /** An enum declared inside a body, which the parser does not know there. */
        ENUM("", "");

        private final String before;
        private final String after;

        Kind(String before, String after) {
            this.before = before;
            this.after = after;
        }
    }

    String source(String text) {
        return kind.before + text.substring(start, end + 1) + kind.after;
    }

    /** The statements of a block or around the entries of a {@code switch}, from the tree of its own source. */
    static NodeList<Statement> statements(CompilationUnit tree) {
        return tree.getType(0)
                .getMembers()
                .getFirst()
                .filter(InitializerDeclaration.class::isInstance)
                .map(member -> member.asInitializerDeclaration().getBody().getStatements())
                .orElseGet(NodeList::new);
    }

    /** The shift of its own source, where its first character stands at that place in the file. */
    Shift shift(int line, int column) {
        return new Shift(line - 1, column - 1 - kind.before.length());
    }
}
