package io.loadline.fact.helm;

import io.loadline.evidence.Location;
import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.fact.deploy.Origin;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.source.Tree;
import io.loadline.source.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The charts among the inputs, rendered once with their default values and once for every environment that has values of its own.
 *
 * @param documents what the templates put out, in the order of charts, environments and templates
 * @param dormant what they would put out if a value were true
 * @param unresolved how many directives were left as text
 */
public record Charts(List<Document> documents, List<Dormant> dormant, List<Problem> problems, int unresolved) {

    /**
     * One document that a template puts out.
     *
     * @param chart directory of the chart, relative to the audited root
     * @param environment that its values are for; empty for the default values
     * @param path of the template
     * @param origin tells which parts stand in a file of values
     */
    public record Document(String chart, String environment, String path, Tree tree, Origin origin) {}

    /**
     * A document that a value switches off.
     *
     * @param key of the value, from the top of the chart's values
     * @param at where the value is written
     */
    public record Dormant(Document document, String key, Location at) {}

    public Charts {
        documents = List.copyOf(documents);
        dormant = List.copyOf(dormant);
        problems = List.copyOf(problems);
    }

    /** Renders all charts. Nothing is fetched: parts of a chart that do not lie inside it are left out. */
    public static Charts of(List<Input> inputs) {
        Rendering rendering = new Rendering();
        for (Chart chart : Chart.all(inputs, rendering.origins)) {
            Map<String, List<Node>> definitions = new TreeMap<>();
            rendering.parse(chart, definitions);
            rendering.render(chart, chart.defaults(), chart.name(), "", definitions);
            for (Map.Entry<String, Tree> variant : chart.variants().entrySet()) {
                Tree values = Values.merged(chart.defaults(), variant.getValue());
                rendering.render(chart, values, chart.name(), variant.getKey(), definitions);
            }
        }
        return new Charts(
                rendering.documents,
                rendering.dormant,
                rendering.problems.stream().distinct().sorted().toList(),
                rendering.unresolved);
    }

    /** The state of one run. */
    private static final class Rendering {
        private final Origins origins = new Origins();
        private final Map<String, Template> templates = new TreeMap<>();
        private final List<Document> documents = new ArrayList<>();
        private final List<Dormant> dormant = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final YamlReader yaml = new YamlReader();
        private int unresolved;

        /** Parts first, so that a chart's own definitions win. */
        void parse(Chart chart, Map<String, List<Node>> definitions) {
            chart.parts().forEach(part -> parse(part, definitions));
            for (Input.Template file : chart.templates()) {
                try {
                    Template template = TemplateParser.parse(file.text());
                    templates.put(file.path(), template);
                    definitions.putAll(template.definitions());
                } catch (TemplateException e) {
                    problem(file, e.line(), e.reason());
                }
            }
        }

        void render(Chart chart, Tree values, String release, String environment, Map<String, List<Node>> definitions) {
            for (Input.Template file : chart.templates()) {
                String name = file.path().substring(file.path().lastIndexOf('/') + 1);
                boolean manifest = name.endsWith(".yaml") || name.endsWith(".yml");
                if (manifest && !name.startsWith("_") && !file.path().contains("/templates/tests/")) {
                    Tree root = Root.of(values, chart.about(), release, file.path());
                    render(chart, file, root, environment, definitions);
                }
            }
            for (Chart part : chart.parts()) {
                Tree own = Parts.values(chart, part, values);
                if (Parts.isWanted(chart, part, values)) {
                    render(part, own, release, environment, definitions);
                }
            }
        }

        private void render(
                Chart chart, Input.Template file, Tree root, String environment, Map<String, List<Node>> definitions) {
            Template template = templates.get(file.path());
            if (template == null) {
                asWritten(chart, file, environment);
                return;
            }
            try {
                Renderer renderer = new Renderer(file.path(), definitions, origins);
                Sheet sheet = renderer.render(template.body(), root);
                Reader.Result result = yaml.readRendered(file.path(), sheet.text());
                unresolved += renderer.unresolved();
                Mapped mapped = new Mapped(sheet, file.path());
                if (result.input() instanceof Input.Documents rendered) {
                    rendered.documents()
                            .forEach(d -> documents.add(
                                    new Document(chart.directory(), environment, file.path(), mapped.back(d), mapped)));
                }
                result.problems().forEach(p -> problem(file, mapped.line(p.at().line()), p.message()));
                renderer.switchedOff().forEach(off -> dormant(chart, file, off, environment));
            } catch (TemplateException e) {
                problem(file, e.line(), e.reason());
                asWritten(chart, file, environment);
            }
        }

        private void dormant(Chart chart, Input.Template file, SwitchedOff off, String environment) {
            Reader.Result result = yaml.readRendered(file.path(), off.sheet().text());
            Mapped mapped = new Mapped(off.sheet(), file.path());
            Location at = Location.of(off.at().path(), off.at().span());
            if (result.input() instanceof Input.Documents rendered) {
                rendered.documents()
                        .forEach(d -> dormant.add(new Dormant(
                                new Document(chart.directory(), environment, file.path(), mapped.back(d), mapped),
                                off.key(),
                                at)));
            }
        }

        /** As far as it can be read without rendering. */
        private void asWritten(Chart chart, Input.Template file, String environment) {
            file.documents()
                    .forEach(d -> documents.add(
                            new Document(chart.directory(), environment, file.path(), d, Origin.SAME_FILE)));
        }

        private void problem(Input.Template file, int line, String message) {
            Location at = Location.of(file.path(), Span.onLine(Math.max(1, line), 1, 1));
            problems.add(new Problem(at, "observe", "the template cannot be rendered: " + message));
        }
    }
}
