package io.loadline.source.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.source.Tree;
import io.loadline.workspace.FileKind;
import io.loadline.workspace.FileRole;
import io.loadline.workspace.SourceFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateReadingTest {

    private static Reader.Result read(String path, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        SourceFile file = new SourceFile(path, FileKind.YAML, FileRole.MAIN, bytes.length, () -> bytes);
        return new YamlReader().read(file, bytes);
    }

    private static Tree tree(String text) {
        Reader.Result result = read("deploy/a.yaml", text);
        assertThat(result.problems()).isEmpty();
        assertThat(((Input.Documents) result.input()).documents()).hasSize(1);
        return ((Input.Documents) result.input()).documents().get(0);
    }

    @Test
    void inlineDirectiveBecomesText() {
        Tree tree = tree("replicas: {{ .Values.replicas | default \"x: 2\" }}  # how many\nb: 1\n");
        assertThat(tree.text("replicas")).hasValue("{{ .Values.replicas | default \"x: 2\" }}");
        assertThat(tree.at("replicas").orElseThrow().span().column()).isEqualTo(11);
        assertThat(tree.at("b").orElseThrow().span().line()).isEqualTo(2);
    }

    @Test
    void textAroundDirectivesIsKept() {
        Tree tree = tree("- name: {{ .Release.Name }}-web\n  image: \"{{ .a }}:{{ .b | default \"c\" }}\"\n");
        assertThat(tree.items().get(0).text("name")).hasValue("{{ .Release.Name }}-web");
        assertThat(tree.items().get(0).text("image")).hasValue("{{ .a }}:{{ .b | default \"c\" }}");
    }

    @Test
    void directivesInFlowCollectionsAndKeysBecomeText() {
        Tree tree = tree("args: [{{ .a }}, \"{{ .b }}\"]\n{{ .key }}: 1\nprefix.{{ .k }}/x: 2\n");
        assertThat(tree.items("args"))
                .extracting(t -> ((Tree.Scalar) t).value())
                .containsExactly("{{ .a }}", "{{ .b }}");
        assertThat(tree.text("{{ .key }}")).hasValue("1");
        assertThat(tree.text("prefix.{{ .k }}/x")).hasValue("2");
    }

    @Test
    void directivesInsideQuotesOfAFlowCollectionStayInside() {
        Tree tree = tree("args: ['{{ include \"x\" . }}:{{ .p }}', \"{{ a \"b\" }}\"]\n");
        assertThat(tree.items("args"))
                .extracting(t -> ((Tree.Scalar) t).value())
                .containsExactly("{{ include \"x\" . }}:{{ .p }}", "{{ a \"b\" }}");
    }

    @Test
    void controlLinesVanishAndLinesKeepTheirNumbers() {
        Tree tree = tree("{{- if .Values.on }}\na: 1\n{{- else }}\na: 2\n{{- end }}\n{{/* note\n more */}}\nb: 3\n");
        assertThat(tree.entries()).extracting(Tree.Entry::key).containsExactly("a", "b");
        assertThat(tree.text("a")).hasValue("1");
        assertThat(tree.entry("b").orElseThrow().keySpan().line()).isEqualTo(8);
    }

    @Test
    void inlineConditionKeepsItsFirstBranch() {
        assertThat(tree("a: {{ if .x }}3{{ else }}1{{ end }}\n").number("a")).hasValue(3);
    }

    @Test
    void directiveThatIsTheWholeValueIsKept() {
        Tree tree = tree(
                "resources:\n  {{- toYaml .Values.resources | nindent 2 }}\nargs:\n- a\nlast:\n{{ toYaml .x | indent 2 }}\n");
        assertThat(tree.text("resources")).hasValue("{{- toYaml .Values.resources | nindent 2 }}");
        assertThat(tree.items("args")).hasSize(1);
        assertThat(tree.text("last")).hasValue("{{ toYaml .x | indent 2 }}");
    }

    @Test
    void directiveBesideSiblingsIsLeftOut() {
        Tree tree = tree(
                "labels:\n  {{- include \"labels\" . | nindent 2 }}\n  app: x\nenv:\n{{ toYaml .e }}\n- name: a\n");
        assertThat(tree.text("labels", "app")).hasValue("x");
        assertThat(tree.items("env")).hasSize(1);
    }

    @Test
    void dotInsideWithIsSpelledOut() {
        Tree tree = tree(
                "{{- with .Values.probe }}\npath: {{ .path | default \"a.b\" }}\nall: {{ toYaml . }}\n{{- end }}\nc: {{ .d }}\n");
        assertThat(tree.text("path")).hasValue("{{ .Values.probe.path | default \"a.b\" }}");
        assertThat(tree.text("all")).hasValue("{{ toYaml .Values.probe }}");
        assertThat(tree.text("c")).hasValue("{{ .d }}");
    }

    @Test
    void bracesOfOtherLanguagesAreLeftAlone() {
        assertThat(tree("run: ${{ github.ref }} x\n").text("run")).hasValue("${{ github.ref }} x");
    }

    @Test
    void quotedDirectiveIsPlainYaml() {
        assertThat(tree("a: \"{{ b }}\"\n").text("a")).hasValue("{{ b }}");
    }

    @Test
    void chartTemplateKeepsItsTextForRendering() {
        String text = "a: {{ x }}\nb: 1\n";
        Reader.Result result = read("chart/templates/a.yaml", text);
        assertThat(result.problems()).isEmpty();
        Input.Template template = (Input.Template) result.input();
        assertThat(template.text()).isEqualTo(text);
        assertThat(template.documents().get(0).text("a")).hasValue("{{ x }}");
        Reader.Result unreadable = read("chart/templates/a.yaml", "a: [{{ x }}{{ y }}\n  b: c\n");
        assertThat(unreadable.problems()).isEmpty();
        assertThat(((Input.Template) unreadable.input()).documents()).isEmpty();
        assertThat(read("chart/templates/_helpers.tpl", "not: [yaml").input()).isInstanceOf(Input.Template.class);
        assertThat(read("chart/templates/plain.yaml", "a: 1\n").input()).isInstanceOf(Input.Documents.class);
    }

    @Test
    void unclosedBracesAreReadAsTheyStand() {
        assertThat(read("a.yml", "a: '{{ open'\n").problems()).isEmpty();
        assertThat(read("a.yml", "{{\"".repeat(50_000)).problems()).isNotEmpty();
    }
}
