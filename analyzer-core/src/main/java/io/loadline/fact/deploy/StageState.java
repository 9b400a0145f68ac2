package io.loadline.fact.deploy;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Word;
import io.loadline.evidence.Location;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one stage of a Dockerfile has stated so far. */
final class StageState {

    private final Map<String, String> globalArguments;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, Label> variables = new LinkedHashMap<>();
    private final List<ImageBuild.Copy> copies = new ArrayList<>();
    private final List<Word> exposed = new ArrayList<>();
    private final List<Word> runs = new ArrayList<>();
    private ImageBuild.@Nullable Command entrypoint;
    private ImageBuild.@Nullable Command command;
    private String user = "";
    private String folder = "";

    StageState(Map<String, String> globalArguments) {
        this.globalArguments = globalArguments;
    }

    /** A later stage that builds on this one starts with all of it. */
    StageState copy() {
        StageState copy = new StageState(globalArguments);
        copy.known.putAll(known);
        copy.variables.putAll(variables);
        copy.copies.addAll(copies);
        copy.exposed.addAll(exposed);
        copy.runs.addAll(runs);
        copy.entrypoint = entrypoint;
        copy.command = command;
        copy.user = user;
        copy.folder = folder;
        return copy;
    }

    void add(Input.Instruction instruction, Location at) {
        String text = instruction.text();
        switch (instruction.keyword()) {
            case "ARG" -> Assignment.all(text).forEach(this::argument);
            case "ENV" -> Assignment.all(text).forEach(a -> variable(a, at));
            case "ENTRYPOINT" -> {
                entrypoint = new ImageBuild.Command(instruction.exec(), text, at);
                command = null;
            }
            case "CMD" -> command = new ImageBuild.Command(instruction.exec(), text, at);
            case "COPY", "ADD" -> copy(instruction, at);
            case "EXPOSE" -> {
                for (String port : References.fill(text, known).split("\\s+")) {
                    exposed.add(new Word(port, at));
                }
            }
            case "RUN" -> runs.add(new Word(text, at));
            case "USER" -> user = References.fill(text, known);
            case "WORKDIR" -> folder = References.fill(text, known);
            default -> {}
        }
    }

    /** Without a value of its own, an argument takes that of the same argument before the first stage. */
    private void argument(Assignment assignment) {
        String value = assignment.hasValue()
                ? References.fill(assignment.value(), known)
                : globalArguments.getOrDefault(assignment.name(), "");
        if (!variables.containsKey(assignment.name()) && !value.isEmpty()) {
            known.put(assignment.name(), value);
        }
    }

    private void variable(Assignment assignment, Location at) {
        String value = References.fill(assignment.value(), known);
        known.put(assignment.name(), value);
        variables.put(assignment.name(), new Label(assignment.name(), value, at));
    }

    private void copy(Input.Instruction instruction, Location at) {
        String from = "";
        List<String> words = new ArrayList<>();
        String firstLine = instruction.text().lines().findFirst().orElse("");
        for (String word : firstLine.split("\\s+")) {
            if (word.startsWith("--from=")) {
                from = word.substring("--from=".length());
            } else if (!word.startsWith("--")) {
                words.add(word);
            }
        }
        List<String> all = new ArrayList<>();
        (instruction.exec().isEmpty() ? words : instruction.exec()).forEach(w -> all.add(References.fill(w, known)));
        if (all.size() > 1) {
            copies.add(new ImageBuild.Copy(all.subList(0, all.size() - 1), all.get(all.size() - 1), from, at));
        }
    }

    ImageBuild build(String path, List<ImageBuild.Stage> stages) {
        Labels environment = new Labels(List.copyOf(variables.values()));
        return new ImageBuild(path, stages, environment, entrypoint, command, copies, exposed, runs, user, folder, "");
    }
}
