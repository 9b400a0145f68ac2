package io.loadline.source.dockerfile;

import io.loadline.evidence.Problem;
import io.loadline.source.Input;
import io.loadline.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads Dockerfiles: continuation lines, comments, here-documents, the JSON form and the escape directive. */
public final class DockerfileReader extends TextReader {

    private static final Set<String> KEYWORDS = Set.of(
            "ADD",
            "ARG",
            "CMD",
            "COPY",
            "ENTRYPOINT",
            "ENV",
            "EXPOSE",
            "FROM",
            "HEALTHCHECK",
            "LABEL",
            "MAINTAINER",
            "ONBUILD",
            "RUN",
            "SHELL",
            "STOPSIGNAL",
            "USER",
            "VOLUME",
            "WORKDIR");

    @Override
    protected Result readText(String path, String text) {
        List<Input.Instruction> instructions = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (LogicalLine line : new LineJoiner(text).lines()) {
            String keyword = line.firstWord().toUpperCase(Locale.ROOT);
            if (KEYWORDS.contains(keyword)) {
                String rest = line.afterFirstWord();
                instructions.add(new Input.Instruction(keyword, ExecForm.words(keyword, rest), rest, line.span()));
            } else if (problems.isEmpty()) {
                problems.add(problem(
                        path, line.span(), "the line does not start with a Dockerfile instruction and is left out"));
            }
        }
        return new Result(instructions.isEmpty() ? null : new Input.Dockerfile(path, instructions), problems);
    }
}
