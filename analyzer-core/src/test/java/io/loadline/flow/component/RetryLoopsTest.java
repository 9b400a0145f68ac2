package io.loadline.flow.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.flow.component.RetryLoops.RetryLoop;
import io.loadline.system.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryLoopsTest {

    private static final String LOOP = """
            class A { Template t; Object m() throws Exception {
              long pause = 100;
              for (int i = 0; i < 5; i++) {
                try { return t.getForObject("u"); } catch (RuntimeException e) { %s }
              }
              return null;
            } }""";

    private static RetryLoop only(String handler) {
        List<RetryLoop> all =
                Built.of(LOOP.formatted(handler)).system().ask(RetryLoops.QUERY).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String limit(RetryLoop loop, String name) {
        return loop.limits().get(name).known().orElseThrow();
    }

    @Test
    void loopWithoutAPauseTriesAgainAtOnce() {
        RetryLoop loop = only("");
        assertThat(limit(loop, "delay")).isEqualTo("0s");
        assertThat(loop.making().at().line()).isGreaterThan(1);
    }

    @Test
    void constantPauseNeitherGrowsNorVaries() {
        RetryLoop loop = only("Thread.sleep(200);");
        assertThat(limit(loop, "delay")).isEqualTo("200ms");
        assertThat(limit(loop, "multiplier")).isEqualTo("1");
        assertThat(limit(loop, "jitter")).isEqualTo("false");
    }

    @Test
    void pauseMadeOfTheCounterGrows() {
        assertThat(limit(only("Thread.sleep(200L << i);"), "multiplier")).isEqualTo("2");
        assertThat(limit(only("Thread.sleep(pause); pause = pause * 2;"), "multiplier"))
                .isEqualTo("2");
        assertThat(limit(only("Thread.sleep(pause); pause *= 2;"), "multiplier"))
                .isEqualTo("2");
    }

    @Test
    void randomPauseHasJitter() {
        assertThat(limit(only("Thread.sleep(ThreadLocalRandom.current().nextInt(100));"), "jitter"))
                .isEqualTo("true");
    }

    @Test
    void loopOverDataIsNoRetry() {
        assertThat(Built.of(
                                "class A { Template t; void m(List<String> l) { for (String s : l) { t.getForObject(s); } } }")
                        .system()
                        .ask(RetryLoops.QUERY)
                        .all())
                .isEmpty();
    }

    @Test
    void sleepOfATimeUnitAndOfAnOwnMethodIsAPause() {
        assertThat(limit(only("TimeUnit.SECONDS.sleep(10);"), "delay")).isEqualTo("10s");
        assertThat(limit(
                        only("if (i > 3) return null; try { TimeUnit.SECONDS.sleep(1); } catch (Exception x) { }"),
                        "delay"))
                .isEqualTo("1s");
    }

    @Test
    void anotherRequestInEachRoundIsNoRetry() {
        assertThat(loops(
                        "String other = List.of(\"a\", \"b\").get(i); return t.getForObject(other);",
                        "RuntimeException"))
                .isEmpty();
        assertThat(loops(
                        "String name = UUID.randomUUID().toString(); return t.getForObject(name);", "RuntimeException"))
                .isEmpty();
    }

    @Test
    void aLostRaceBetweenWritersIsNoRetryOfARequest() {
        assertThat(loops("return t.getForObject(\"u\");", "OptimisticLockException"))
                .isEmpty();
        assertThat(loops("return t.getForObject(\"u\");", "RuntimeException")).hasSize(1);
    }

    private static List<RetryLoop> loops(String attempt, String caught) {
        String text = """
                class A { Template t; Object m() throws Exception {
                  for (int i = 0; i < 5; i++) {
                    try { %s } catch (%s e) { }
                  }
                  return null;
                } }""";
        return Built.of(text.formatted(attempt, caught))
                .system()
                .ask(RetryLoops.QUERY)
                .all();
    }

    @Test
    void howLongAnOwnMethodWaitsIsNotKnownUnlessItIsTold() {
        String naps =
                "class Naps { static void nap(long unit, long n) { try { Thread.sleep(n); } catch (Exception x) { } } }";
        List<RetryLoop> told = Built.of(LOOP.formatted("Naps.nap(1, 5);"), naps)
                .system()
                .ask(RetryLoops.QUERY)
                .all();
        List<RetryLoop> untold = Built.of(LOOP.formatted("Naps.nap(1, pause);"), naps)
                .system()
                .ask(RetryLoops.QUERY)
                .all();
        assertThat(limit(told.get(0), "multiplier")).isEqualTo("1");
        assertThat(untold.get(0).limits().get("delay")).isInstanceOf(Setting.Unresolved.class);
    }
}
