package io.loadline.flow;

import io.loadline.system.code.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of some first methods lead to each method. A large system has very many such pairs, so they are kept as numbers. */
final class Inflow {

    /** A method, the methods it calls once they are known, and the first methods that lead to it. */
    private static final class Stop {
        private final Method method;
        private @Nullable List<Stop> now;
        private List<Stop> later = List.of();
        private int[] leading = new int[2];
        private int count;

        Stop(Method method) {
            this.method = method;
        }

        /** Whether this is news: first methods come in ascending order, each as a whole. */
        boolean reached(int first) {
            if (count > 0 && leading[count - 1] == first) {
                return false;
            }
            if (count == leading.length) {
                leading = Arrays.copyOf(leading, 2 * count);
            }
            leading[count++] = first;
            return true;
        }
    }

    /**
     * Where work begins.
     *
     * @param once whether that is at start-up only, so that what is kept for later is not part of it
     */
    record First(List<Method> methods, boolean once) {
        First {
            methods = List.copyOf(methods);
        }
    }

    private final Onward onward;
    private final Map<Method, Stop> stops = new HashMap<>();

    /** @param first where work begins; answers name them by their positions */
    Inflow(Onward onward, List<First> first) {
        this.onward = onward;
        for (int i = 0; i < first.size(); i++) {
            follow(first.get(i), i);
        }
    }

    /** Positions, ascending, of the first methods that lead to a method or are it. */
    int[] to(Method method) {
        Stop stop = stops.get(method);
        return stop == null ? new int[0] : Arrays.copyOf(stop.leading, stop.count);
    }

    private void follow(First start, int first) {
        List<Stop> open = new ArrayList<>();
        start.methods().forEach(method -> reach(stop(method), first, open));
        while (!open.isEmpty()) {
            Stop here = open.remove(open.size() - 1);
            now(here).forEach(next -> reach(next, first, open));
            if (!start.once()) {
                here.later.forEach(next -> reach(next, first, open));
            }
        }
    }

    private static void reach(Stop stop, int first, List<Stop> open) {
        if (stop.reached(first)) {
            open.add(stop);
        }
    }

    private List<Stop> now(Stop stop) {
        List<Stop> known = stop.now;
        if (known == null) {
            Onward.Steps steps = onward.from(stop.method);
            known = steps.now().stream().map(this::stop).toList();
            stop.now = known;
            stop.later = steps.later().stream().map(this::stop).toList();
        }
        return known;
    }

    private Stop stop(Method method) {
        return stops.computeIfAbsent(method, Stop::new);
    }
}
