package io.loadline.fact.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.ImageBuild;
import io.loadline.deploy.Label;
import io.loadline.deploy.Word;
import io.loadline.source.Input;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageObserverTest {

    @Test
    void lastStageDecides() {
        ImageBuild image = Read.dockerfile("""
                ARG JAVA=17
                FROM --platform=linux/amd64 maven:3 AS build
                ENV JAVA_OPTS=-Xmx9g
                CMD ["mvn"]
                FROM runtime:${JAVA}-jre
                ARG HEAP=512m
                ENV JAVA_OPTS="-Xmx$HEAP -Xss1m" OTHER=x
                WORKDIR /app
                COPY --from=build --chown=1 target/*.jar app.jar
                EXPOSE 8080 9090/tcp
                USER 1001
                ENTRYPOINT ["java", "-jar", "app.jar"]
                """);
        assertThat(image.baseImage()).isEqualTo("runtime:17-jre");
        assertThat(image.stages()).extracting(ImageBuild.Stage::name).containsExactly("build", "");
        assertThat(image.stages().get(0).platform()).isEqualTo("linux/amd64");
        assertThat(image.variables().value("JAVA_OPTS")).hasValue("-Xmx512m -Xss1m");
        assertThat(image.variables().entry("OTHER").orElseThrow().at().line()).isEqualTo(7);
        assertThat(image.entrypoint().words()).containsExactly("java", "-jar", "app.jar");
        assertThat(image.entrypoint().inShell()).isFalse();
        assertThat(image.command()).isNull();
        assertThat(image.copies().get(0).sources()).containsExactly("target/*.jar");
        assertThat(image.copies().get(0).from()).isEqualTo("build");
        assertThat(image.exposed()).extracting(Word::text).containsExactly("8080", "9090/tcp");
        assertThat(image.user()).isEqualTo("1001");
        assertThat(image.folder()).isEqualTo("/app");
    }

    @Test
    void stageBuiltOnAnotherTakesOverWhatItStates() {
        ImageBuild image = Read.dockerfile("FROM jre AS base\nENV A=1\nENTRYPOINT java\nRUN x\nFROM base\nENV B=$A\n");
        assertThat(image.baseImage()).isEqualTo("jre");
        assertThat(image.variables().entries()).extracting(Label::value).containsExactly("1", "1");
        assertThat(image.entrypoint().inShell()).isTrue();
        assertThat(image.runs()).extracting(Word::text).containsExactly("x");
    }

    @Test
    void entryPointTakesBackTheCommandBeforeIt() {
        ImageBuild image = Read.dockerfile("FROM a\nCMD [\"x\"]\nENTRYPOINT [\"y\"]\n");
        assertThat(image.command()).isNull();
    }

    @Test
    void variablesAreReadInBothForms() {
        ImageBuild image = Read.dockerfile("FROM a\nENV A b c\nENV D=\"e f\" G=h\\ i\nENV J=$UNKNOWN K=${D:-x}\n");
        assertThat(image.variables().entries())
                .extracting(Label::value)
                .containsExactly("b c", "e f", "h i", "$UNKNOWN", "e f");
    }

    @Test
    void argumentWithoutDefaultTakesThatBeforeTheFirstStage() {
        ImageBuild image = Read.dockerfile("ARG V=3\nFROM a\nARG V\nENV X=$V\n");
        assertThat(image.variables().value("X")).hasValue("3");
    }

    @Test
    void fileWithoutStageBuildsNothing() {
        assertThat(ImageObserver.observe(new Input.Dockerfile("Dockerfile", List.of())))
                .isEmpty();
    }

    @Test
    void growingReferencesStayBounded() {
        ImageBuild image = Read.dockerfile("FROM a\nENV A=xxxxxxxxxx\n" + "ENV A=$A$A\n".repeat(60));
        assertThat(image.variables().value("A").orElseThrow().length()).isLessThan(20_000);
    }
}
