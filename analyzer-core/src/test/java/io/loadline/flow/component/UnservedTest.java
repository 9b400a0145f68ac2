package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.system.SystemModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnservedTest {

    private static final String STARTED =
            "@Component class Shop { public static void main(String[] args) { new Used().call(); } }";
    private static final String USED = "class Used { Object call() { return new Template(); } }";

    private static List<String> unserved(String... classes) {
        SystemModel system = Built.of(classes).system();
        Unserved nobody = system.ask(Unserved.QUERY);
        List<Making> all = system.ask(Makings.QUERY).all();
        assertThat(all).isNotEmpty();
        return all.stream()
                .filter(nobody::is)
                .map(m -> m.type().simpleName())
                .distinct()
                .toList();
    }

    @Test
    void whatNothingMentionsServesNobody() {
        assertThat(unserved(STARTED, USED, "class Idle { Object call() { return new Template(); } }"))
                .containsExactly("Idle");
    }

    @Test
    void toolsWithAMainOfTheirOwnServeNobody() {
        String tool =
                "class Tool { public static void main(String[] a) { new Tool().run(); } void run() { new Template(); } }";
        assertThat(unserved(STARTED, USED, tool)).containsExactly("Tool");
    }

    @Test
    void methodsThatNothingCallsServeNobody() {
        String used = "class Used { Object call() { return null; } Object other() { return new Template(); } }";
        assertThat(unserved(STARTED, used)).containsExactly("Used");
    }

    @Test
    void libraryCodeMayServeSomebody() {
        assertThat(unserved(USED)).isEmpty();
    }
}
