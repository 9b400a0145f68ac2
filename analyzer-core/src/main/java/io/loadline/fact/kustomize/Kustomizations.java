package io.loadline.fact.kustomize;

import io.loadline.evidence.Problem;
import io.loadline.fact.deploy.Environments;
import io.loadline.fact.deploy.Origin;
import io.loadline.source.Input;
import io.loadline.source.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the kustomizations among the inputs deploy. One that another takes in is part of that one, and deploys nothing by itself.
 *
 * @param documents in the order of kustomizations, each object as its overlay makes it
 * @param taken paths of files that are parts of a kustomization and say nothing by themselves
 */
public record Kustomizations(List<Document> documents, Set<String> taken, List<Problem> problems) {

    private static final int MOST_OBJECTS = 20_000;
    private static final Set<String> UNREAD =
            Set.of("helmCharts", "helmChartInflationGenerator", "generators", "transformers", "replacements", "vars");

    /**
     * One object.
     *
     * @param environment that it is deployed to; empty where nothing tells it from others
     * @param path of the file in which it begins
     * @param origin tells which parts stand in another file
     */
    public record Document(String environment, String path, Tree tree, Origin origin) {}

    public Kustomizations {
        documents = List.copyOf(documents);
        taken = Set.copyOf(taken);
        problems = List.copyOf(problems);
    }

    /** Puts all of them together. Nothing is fetched: what does not lie in the tree is left out and listed as a problem. */
    public static Kustomizations of(Collection<Input> inputs) {
        Assembly assembly = new Assembly(inputs);
        List<Document> documents = new ArrayList<>();
        for (Item item : assembly.deployed()) {
            documents.add(new Document(item.environment(), item.path(), item.tree(), assembly.files.sources()));
        }
        return new Kustomizations(documents, assembly.files.taken(), assembly.files.problems());
    }

    /** The state of one run. */
    private static final class Assembly {
        private final Files files;
        private final SortedMap<String, Kustomization> all;
        private final Map<String, List<Item>> assembled = new TreeMap<>();
        private final Deque<String> open = new ArrayDeque<>();

        Assembly(Collection<Input> inputs) {
            files = new Files(inputs);
            all = Kustomization.all(inputs);
            all.values().forEach(each -> files.sources().note(each.path(), each.about()));
        }

        List<Item> deployed() {
            Set<String> parts = new TreeSet<>();
            all.values().forEach(k -> parts.addAll(directories(k)));
            Map<Kustomization, List<Item>> roots = new LinkedHashMap<>();
            for (Kustomization each : all.values()) {
                List<Item> items = each.isComponent() ? assembled(each, List.of()) : assembled(each);
                if (!each.isComponent() && !parts.contains(each.directory())) {
                    roots.put(each, items);
                }
            }
            return named(roots);
        }

        private Set<String> directories(Kustomization owner) {
            Set<String> directories = new TreeSet<>();
            owner.resources().forEach(r -> directories.add(owner.resolve(r.value())));
            owner.texts("components").forEach(r -> directories.add(owner.resolve(r.value())));
            directories.retainAll(all.keySet());
            return directories;
        }

        /** Two kustomizations that deploy the same object for no environment that they name are told apart by their folders. */
        private static List<Item> named(Map<Kustomization, List<Item>> roots) {
            Map<String, Integer> users = new TreeMap<>();
            roots.values()
                    .forEach(items -> items.stream()
                            .map(Assembly::unplaced)
                            .distinct()
                            .forEach(id -> users.merge(id, 1, Integer::sum)));
            Map<String, Item> deployed = new LinkedHashMap<>();
            roots.forEach((root, items) -> {
                boolean isOneOfSeveral =
                        items.stream().anyMatch(i -> i.isWorkload() && users.getOrDefault(unplaced(i), 0) > 1);
                String folder = root.directory().substring(root.directory().lastIndexOf('/') + 1);
                for (Item item : items) {
                    Item placed = isOneOfSeveral && item.environment().isEmpty() ? item.in(folder) : item;
                    deployed.putIfAbsent(placed.identity(), placed);
                }
            });
            return List.copyOf(deployed.values());
        }

        private static String unplaced(Item item) {
            return item.environment() + "/" + item.kind() + "/" + item.name();
        }

        private List<Item> assembled(Kustomization owner) {
            List<Item> known = assembled.get(owner.directory());
            if (known == null) {
                known = assembled(owner, List.of());
                assembled.put(owner.directory(), known);
            }
            return known;
        }

        private List<Item> assembled(Kustomization owner, List<Item> given) {
            if (open.contains(owner.directory())) {
                files.problem(owner.at(owner.about()), "the kustomization takes itself in");
                return given;
            }
            if (!files.allows(owner, given.size())) {
                return given;
            }
            open.push(owner.directory());
            List<Item> items = new ArrayList<>(given);
            owner.resources().forEach(written -> items.addAll(taken(owner, written)));
            List<Item> distinct = distinct(owner, items);
            for (Tree.Scalar written : owner.texts("components")) {
                Kustomization component = all.get(owner.resolve(written.value()));
                if (component == null) {
                    files.problem(owner.at(written), "the kustomization takes in a component that is not in the tree");
                } else {
                    distinct = assembled(component, distinct);
                }
            }
            open.pop();
            return changed(owner, distinct);
        }

        private List<Item> taken(Kustomization owner, Tree.Scalar written) {
            Kustomization base = all.get(owner.resolve(written.value()));
            if (base != null) {
                return assembled(base);
            }
            List<Item> items = new ArrayList<>();
            for (Tree document : files.documents(owner, written)) {
                String path = files.sources().of(document, owner.path());
                boolean isList = document.text("kind").orElse("").endsWith("List");
                (isList ? document.items("items") : List.of(document)).forEach(o -> items.add(Item.of(path, o)));
            }
            return items;
        }

        private List<Item> distinct(Kustomization owner, List<Item> items) {
            Map<String, Item> byIdentity = new LinkedHashMap<>();
            items.forEach(item -> byIdentity.putIfAbsent(item.identity(), item));
            if (byIdentity.size() > MOST_OBJECTS) {
                files.problem(
                        owner.at(owner.about()),
                        "the kustomization has more than %s objects; the rest is left out".formatted(MOST_OBJECTS));
            }
            return byIdentity.values().stream().limit(MOST_OBJECTS).toList();
        }

        /** In the order in which the tool does it. */
        private List<Item> changed(Kustomization owner, List<Item> items) {
            for (Tree.Entry entry : owner.about().entries()) {
                if (UNREAD.contains(entry.key())) {
                    files.problem(
                            owner.at(entry.value()),
                            "what %s of the kustomization change is not judged".formatted(entry.key()));
                }
            }
            if (!files.allows(owner, items.size())) {
                return items;
            }
            List<Item> changed = new Generators(files, owner).applied(items);
            changed = new Patches(files, owner).applied(changed);
            changed = new Renaming(files.sources(), owner).applied(changed);
            changed = new Transforms(files, owner).applied(changed);
            String environment = Environments.of(owner.path());
            return environment.isEmpty()
                    ? changed
                    : changed.stream().map(item -> item.in(environment)).toList();
        }
    }
}
