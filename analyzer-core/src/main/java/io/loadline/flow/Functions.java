package io.loadline.flow;

import io.loadline.catalog.CatalogFile;
import io.loadline.code.Node;
import io.loadline.flow.StatedEntries.Stated;
import io.loadline.system.code.CallSite;
import io.loadline.system.code.Code;
import io.loadline.system.code.Method;
import io.loadline.system.code.TypeRef;
import io.loadline.system.code.TypeView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways in that are functions: handed to a library, or given back by a method that makes a bean. */
final class Functions {

    private final Code code;
    private final StatedEntries stated;

    /**
     * A function that is a way in.
     *
     * @param method that a reference names, or in which the lambda stands
     * @param function the lambda; absent for a reference
     */
    record Found(
            CatalogFile.Entry stated,
            String id,
            Method method,
            @Nullable Node function) {
        String kind() {
            return stated.kind();
        }
    }

    Functions(Code code, StatedEntries stated) {
        this.code = code;
        this.stated = stated;
    }

    /** Those in the text of a method. */
    List<Found> in(Method method) {
        List<Found> all = new ArrayList<>();
        List<CallSite> sites = code.sites(method);
        for (CallSite site : sites) {
            if (site.node() instanceof Node.Call call) {
                passed(site, call, sites, all);
            }
        }
        if (isBeanMethod(method)) {
            given(method, sites, all);
        }
        return all;
    }

    private void passed(CallSite site, Node.Call call, List<CallSite> sites, List<Found> all) {
        TypeView view = site.caller().owner().names().view();
        Optional<Stated> taker = stated.passedTo(site.target().name()).stream()
                .filter(s -> view.isA(site.target().receiver().name(), s.owner()))
                .findFirst();
        if (taker.isPresent()) {
            CatalogFile.Entry entry = taker.get().entry();
            String path = entry.kind().equals("http") ? EntryNames.ofRoute(entry, call) : "";
            call.arguments().forEach(argument -> add(entry, path, argument, site.caller(), sites, all));
        }
    }

    private void add(
            CatalogFile.Entry entry, String path, Node argument, Method in, List<CallSite> sites, List<Found> all) {
        if (argument instanceof Node.Lambda) {
            all.add(new Found(entry, path.isEmpty() ? in.title() : path, in, argument));
        } else if (argument instanceof Node.MethodRef) {
            sites.stream()
                    .filter(s -> s.node() == argument)
                    .flatMap(s -> s.target().declared().stream())
                    .filter(m -> m.decl().body() != null)
                    .forEach(m -> all.add(new Found(entry, path.isEmpty() ? m.title() : path, m, null)));
        }
    }

    private boolean isBeanMethod(Method method) {
        return method.annotationNames().stream()
                .anyMatch(name -> code.catalog().injections(name).contains("bean-method"));
    }

    /** The functions that a method gives back as a bean of an overridable type. */
    private void given(Method method, List<CallSite> sites, List<Found> all) {
        TypeRef type = method.owner().names().resolve(method.decl().returns());
        TypeView view = method.owner().names().view();
        Optional<Stated> bean = stated.overridden().stream()
                .filter(s -> s.entry().taking().isEmpty() && view.isA(type.name(), s.owner()))
                .findFirst();
        if (bean.isPresent()) {
            returned(method).forEach(function -> add(bean.get().entry(), "", function, method, sites, all));
        }
    }

    private static List<Node> returned(Method method) {
        List<Node> found = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        Node body = method.decl().body();
        if (body != null) {
            open.add(body);
        }
        while (!open.isEmpty()) {
            Node here = open.remove();
            if (here instanceof Node.Return given && given.value() != null) {
                found.add(given.value());
            } else if (!(here instanceof Node.Lambda)) {
                open.addAll(here.children());
            }
        }
        return found;
    }
}
