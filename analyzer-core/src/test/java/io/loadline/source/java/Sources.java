package io.loadline.source.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.code.MethodDecl;
import io.loadline.code.Node;
import io.loadline.code.TypeDecl;
import io.loadline.code.Unit;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small sources read by a fresh reader. */
final class Sources {

    static final String PATH = "shop/src/Orders.java";

    private Sources() {}

    static Reader.Result read(String source) {
        return read(source.getBytes(StandardCharsets.UTF_8));
    }

    static Reader.Result read(byte[] bytes) {
        return new JavaReader().read(file(bytes), bytes);
    }

    static SourceFile file(byte[] bytes) {
        return new SourceFile(PATH, FileKind.JAVA, FileRole.MAIN, bytes.length, () -> bytes);
    }

    static Input.Java java(Reader.Result result) {
        assertThat(result.input()).isInstanceOf(Input.Java.class);
        return (Input.Java) result.input();
    }

    /** The unit of a source that must be read without complaint. */
    static Unit unit(String source) {
        Reader.Result result = read(source);
        assertThat(result.problems()).isEmpty();
        return java(result).unit();
    }

    static TypeDecl type(String source) {
        return unit(source).types().get(0);
    }

    /** The steps of a method body that stands alone on the second line of its class. */
    static List<Node> steps(String body) {
        MethodDecl method =
                type("class A { void m() {\n" + body + "\n} }").methods().get(0);
        return method.body().steps();
    }

    static Node step(String body) {
        List<Node> steps = steps(body);
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }

    static Node expression(String expression) {
        return ((Node.Local) step("var value = " + expression + ";")).init();
    }

    /** The node and all below it, in order of evaluation. */
    static List<Node> all(Node node) {
        List<Node> found = new ArrayList<>();
        List<Node> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            Node next = open.remove(open.size() - 1);
            found.add(next);
            open.addAll(next.children());
        }
        return found;
    }

    static List<String> calls(Node node) {
        return all(node).stream()
                .filter(Node.Call.class::isInstance)
                .map(call -> ((Node.Call) call).name())
                .sorted()
                .toList();
    }
}
