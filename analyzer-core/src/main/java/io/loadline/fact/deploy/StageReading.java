package io.loadline.fact.deploy;

import io.loadline.deploy.ImageBuild;
import io.loadline.evidence.Location;
import io.loadline.source.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Collects the instructions of a Dockerfile, stage by stage. */
final class StageReading {

    private final String path;
    private final List<ImageBuild.Stage> stages = new ArrayList<>();
    private final Map<String, StageState> byName = new LinkedHashMap<>();
    private final Map<String, String> globalArguments = new LinkedHashMap<>();
    private StageState state = new StageState(new LinkedHashMap<>());

    StageReading(String path) {
        this.path = path;
    }

    void add(Input.Instruction instruction) {
        Location at = Location.of(path, instruction.span());
        if (instruction.keyword().equals("FROM")) {
            from(instruction.text(), at);
        } else if (stages.isEmpty()) {
            argument(instruction);
        } else {
            state.add(instruction, at);
        }
    }

    /** Arguments before the first stage serve the base images only. */
    private void argument(Input.Instruction instruction) {
        if (instruction.keyword().equals("ARG")) {
            for (Assignment assignment : Assignment.all(instruction.text())) {
                globalArguments.put(assignment.name(), References.fill(assignment.value(), globalArguments));
            }
        }
    }

    private void from(String text, Location at) {
        String platform = "";
        List<String> words = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            if (word.startsWith("--platform=")) {
                platform = word.substring("--platform=".length());
            } else if (!word.startsWith("--")) {
                words.add(word);
            }
        }
        String base = words.isEmpty() ? "" : References.fill(words.get(0), globalArguments);
        boolean named = words.size() > 2 && words.get(1).equalsIgnoreCase("AS");
        String name = named ? words.get(2) : "";
        StageState inherited = byName.get(base.toLowerCase(Locale.ROOT));
        state = inherited == null ? new StageState(globalArguments) : inherited.copy();
        stages.add(new ImageBuild.Stage(base, name, platform, at));
        byName.put(String.valueOf(stages.size() - 1), state);
        if (named) {
            byName.put(name.toLowerCase(Locale.ROOT), state);
        }
    }

    Optional<ImageBuild> build() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(state.build(path, stages));
    }
}
