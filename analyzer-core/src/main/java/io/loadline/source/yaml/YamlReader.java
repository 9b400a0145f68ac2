package io.loadline.source.yaml;

import io.loadline.evidence.Problem;
import io.loadline.evidence.Span;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import io.loadline.source.Tree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML and JSON. Template directives in double braces are set aside so that the document around them can be read; a document
 * that cannot be read is a problem and the documents around it are kept.
 */
public final class YamlReader extends TextReader {

    private static final int MAX_PROBLEMS = 20;

    private final LoadSettings settings = LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setCodePointLimit(LIMIT_BYTES)
            .setLabel("")
            .build();

    @Override
    protected Result readText(String path, String text) {
        if (!isChartTemplate(path) || !(path.endsWith(".tpl") || Directives.isTemplate(text))) {
            return readRendered(path, text);
        }
        boolean manifest = !path.endsWith(".tpl");
        Result lenient = manifest ? documents(path, Directives.setAside(text)) : new Result(null, List.of());
        List<Tree> documents = lenient.input() instanceof Input.Documents found ? found.documents() : List.of();
        return Result.of(new Input.Template(path, text, documents));
    }

    /** Reads YAML in which directives of a template may be left; those become text. */
    public Result readRendered(String path, String text) {
        if (!Directives.isTemplate(text)) {
            return documents(path, text);
        }
        Result withoutDirectives = documents(path, Directives.setAside(text));
        if (withoutDirectives.problems().isEmpty()) {
            return withoutDirectives;
        }
        Result plain = documents(path, text);
        return plain.problems().isEmpty() ? plain : withoutDirectives;
    }

    private Result documents(String path, String text) {
        List<Tree> documents = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Lines lines = new Lines(text);
        int from = 0;
        while (from < lines.count() && problems.size() < MAX_PROBLEMS) {
            Optional<Failure> failure = append(documents, lines, from);
            if (failure.isEmpty()) {
                break;
            }
            Span at = failure.get().span();
            problems.add(problem(
                    path,
                    at,
                    "the document is not valid YAML here and is left out: "
                            + failure.get().getMessage()));
            from = lines.separator(Math.max(at.line() - 1, from + 1));
        }
        boolean nothing = documents.isEmpty() && !problems.isEmpty();
        return new Result(nothing ? null : new Input.Documents(path, documents), problems);
    }

    /** Adds the documents from a line on, up to the end or the first that fails. */
    private Optional<Failure> append(List<Tree> documents, Lines lines, int from) {
        try {
            Iterator<Event> events =
                    new Parse(settings).parseString(lines.from(from)).iterator();
            while (events.hasNext()) {
                if (events.next() instanceof DocumentStartEvent) {
                    Tree document = new DocumentBuilder(events, lines).document();
                    if (!isEmpty(document)) {
                        documents.add(document);
                    }
                }
            }
            return Optional.empty();
        } catch (Failure e) {
            return Optional.of(e);
        } catch (MarkedYamlEngineException e) {
            return Optional.of(
                    new Failure(e.getProblemMark().map(m -> at(lines, m)).orElse(Span.START), e.getProblem()));
        } catch (ReaderException e) {
            return Optional.of(new Failure(lines.at(e.getPosition()), "a control character is not allowed in text"));
        } catch (YamlEngineException e) {
            return Optional.of(new Failure(Span.START, "the parser gave up"));
        }
    }

    private static boolean isEmpty(Tree document) {
        return document instanceof Tree.Scalar scalar && scalar.value().isEmpty();
    }

    private static Span at(Lines lines, Mark mark) {
        return lines.span(mark.getLine(), mark.getColumn(), mark.getLine(), mark.getColumn() + 1);
    }

    /** Charts keep their templates in a folder of that name; files with directives there are manifests only after rendering. */
    private static boolean isChartTemplate(String path) {
        return ("/" + path).contains("/templates/");
    }
}
