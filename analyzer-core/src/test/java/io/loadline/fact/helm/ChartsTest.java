package io.loadline.fact.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.deploy.Labels;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Route;
import io.loadline.deploy.Workload;
import io.loadline.evidence.Location;
import io.loadline.fact.deploy.ManifestObserver;
import io.loadline.source.Input;
import io.loadline.source.Reader;
import io.loadline.source.Tree;
import io.loadline.source.yaml.YamlReader;
import io.loadline.workspace.SourceFile;
import io.loadline.workspace.Workspace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final String HELPERS = """
            {{- define "shop.fullname" -}}
            {{- if .Values.fullnameOverride }}
            {{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
            {{- else }}
            {{- $name := default .Chart.Name .Values.nameOverride }}
            {{- if contains $name .Release.Name }}
            {{- .Release.Name | trunc 63 | trimSuffix "-" }}
            {{- else }}
            {{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" }}
            {{- end }}
            {{- end }}
            {{- end }}

            {{- define "shop.labels" -}}
            app: {{ include "shop.fullname" . }}
            tier: {{ .Values.tier | quote }}
            {{- end }}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: {{ include "shop.fullname" . }}
              labels:
                {{- include "shop.labels" . | nindent 4 }}
            spec:
              {{- if not .Values.autoscaling.enabled }}
              replicas: {{ .Values.replicaCount }}
              {{- end }}
              template:
                metadata:
                  labels:
                    {{- include "shop.labels" . | nindent 8 }}
                    extra: x
                spec:
                  {{- with .Values.nodeSelector }}
                  nodeSelector:
                    {{- toYaml . | nindent 8 }}
                  {{- end }}
                  containers:
                    - name: {{ .Chart.Name }}
                      image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
                      resources:
                        {{- toYaml .Values.resources | nindent 12 }}
                      env:
                        {{- range $key, $value := .Values.env }}
                        - name: {{ $key }}
                          value: {{ $value | quote }}
                        {{- end }}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: {{ include "shop.fullname" . }}}
            spec:
              selector: {{- include "shop.labels" . | nindent 4 }}
            """;

    private static final String VALUES = """
            replicaCount: 2
            tier: web
            autoscaling: {enabled: false}
            image:
              repository: registry/orders
            nodeSelector: {}
            resources:
              limits:
                memory: 1Gi
            env:
              A: "1"
              B: two
            """;

    private final Map<String, String> files = new LinkedHashMap<>(Map.of(
            "chart/Chart.yaml", "name: orders\nversion: 1.0.0\nappVersion: \"2.3\"\n",
            "chart/values.yaml", VALUES,
            "chart/templates/_helpers.tpl", HELPERS,
            "chart/templates/deployment.yaml", DEPLOYMENT,
            "chart/templates/service.yaml", SERVICE));

    private Charts charts() {
        List<Input> inputs = new ArrayList<>();
        for (SourceFile file : Workspace.of(files).files()) {
            try {
                Reader.Result result =
                        new YamlReader().read(file, file.content().bytes());
                assertThat(result.problems()).isEmpty();
                if (result.input() != null) {
                    inputs.add(result.input());
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return Charts.of(inputs);
    }

    private List<Manifest> manifests(Charts charts) {
        return charts.documents().stream()
                .flatMap(d ->
                        ManifestObserver.observe(d.path(), d.tree(), d.origin(), d.environment()).manifests().stream())
                .toList();
    }

    private <M extends Manifest> M only(Class<M> type) {
        Charts charts = charts();
        assertThat(charts.problems()).isEmpty();
        List<M> found = manifests(charts).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Tree rendered(String template) {
        files.put("chart/templates/x.yaml", template);
        return charts().documents().stream()
                .filter(d -> d.path().endsWith("x.yaml"))
                .map(Charts.Document::tree)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesAndLabelsFollowTheChartsOwnDefinitions() {
        Workload workload = only(Workload.class);
        assertThat(workload.id()).hasToString("Deployment/orders");
        assertThat(workload.at()).isEqualTo(new Location("chart/templates/deployment.yaml", 4, 3, 4, 14));
        Labels selector = only(Route.class).selector();
        assertThat(selector.value("tier")).hasValue("web");
        assertThat(workload.podLabels().satisfy(selector)).isTrue();
        assertThat(workload.podLabels().value("extra")).hasValue("x");
    }

    @Test
    void valueThatIsPutInStandsWhereItWasWritten() {
        Workload workload = only(Workload.class);
        assertThat(workload.replicas().whole()).hasValue(2);
        assertThat(workload.replicas().at()).isEqualTo(new Location("chart/values.yaml", 1, 15, 1, 15));
        assertThat(workload.containers().get(0).resources().memoryLimit().whole())
                .hasValue(1L << 30);
        assertThat(workload.containers().get(0).resources().memoryLimit().at().path())
                .isEqualTo("chart/values.yaml");
        assertThat(workload.containers().get(0).resources().memoryLimit().at().line())
                .isEqualTo(9);
        assertThat(workload.containers().get(0).at().path()).isEqualTo("chart/templates/deployment.yaml");
        assertThat(workload.containers().get(0).at().line()).isEqualTo(22);
    }

    @Test
    void textMadeOfSeveralValuesStandsInTheTemplate() {
        Workload workload = only(Workload.class);
        assertThat(workload.containers().get(0).image().text()).isEqualTo("registry/orders:2.3");
        assertThat(workload.containers().get(0).image().at().line()).isEqualTo(23);
    }

    @Test
    void listsAreRepeated() {
        assertThat(only(Workload.class).containers().get(0).env())
                .extracting(e -> e.name() + "=" + e.written().orElse(""))
                .containsExactly("A=1", "B=two");
    }

    @Test
    void conditionsFollowTheValues() {
        files.put("chart/values.yaml", VALUES.replace("enabled: false", "enabled: true"));
        assertThat(only(Workload.class).replicas().isStated()).isFalse();
        assertThat(only(Workload.class).placement().nodeSelector().isEmpty()).isTrue();
        files.put("chart/values.yaml", VALUES.replace("nodeSelector: {}", "nodeSelector: {arch: arm64}"));
        assertThat(only(Workload.class).placement().nodeSelector().value("arch"))
                .hasValue("arm64");
    }

    @Test
    void everyEnvironmentWithValuesOfItsOwnIsRendered() {
        files.put("chart/values-prod.yaml", "replicaCount: 9\nresources: {limits: {cpu: 2}}\n");
        List<Workload> all = manifests(charts()).stream()
                .filter(Workload.class::isInstance)
                .map(Workload.class::cast)
                .toList();
        assertThat(all).extracting(w -> w.id().environment()).containsExactly("", "prod");
        assertThat(all).extracting(w -> w.replicas().whole().orElseThrow()).containsExactly(2L, 9L);
        assertThat(all.get(1).replicas().at().path()).isEqualTo("chart/values-prod.yaml");
        assertThat(all.get(1).containers().get(0).resources().cpuLimit().whole())
                .hasValue(2);
        assertThat(all.get(1).containers().get(0).resources().memoryLimit().whole())
                .hasValue(1L << 30);
    }

    @Test
    void whatOnlyAClusterKnowsStaysAsText() {
        Tree tree = rendered(
                "a: {{ lookup \"v1\" \"Secret\" \"x\" \"y\" }}\nb: {{ .Values.tier }}\nc: {{ .Values.missing }}\n");
        assertThat(tree.text("a")).hasValue("{{ lookup \"v1\" \"Secret\" \"x\" \"y\" }}");
        assertThat(tree.text("b")).hasValue("web");
        assertThat(tree.text("c")).isEmpty();
        assertThat(charts().unresolved()).isEqualTo(1);
    }

    @Test
    void conditionOnTheClusterIsTakenToHold() {
        Tree tree = rendered(
                "{{- if semverCompare \">=1.19\" .Capabilities.KubeVersion.Version }}\na: new\n{{- else }}\na: old\n{{- end }}\n");
        assertThat(tree.text("a")).hasValue("new");
    }

    @Test
    void variablesAndElseBranchesAreFollowed() {
        Tree tree = rendered("""
                {{- $n := 1 -}}
                {{- range $i, $v := list "x" "y" }}
                {{- $n = add $n $i }}
                {{ $v }}: {{ $i }}
                {{- end }}
                n: {{ $n }}
                {{- if eq .Values.tier "db" }}
                kind: db
                {{- else if and (eq .Values.tier "web") .Values.replicaCount }}
                kind: {{ .Values.tier | upper }}
                {{- else }}
                kind: none
                {{- end }}
                """);
        assertThat(tree.number("x")).hasValue(0);
        assertThat(tree.number("y")).hasValue(1);
        assertThat(tree.number("n")).hasValue(2);
        assertThat(tree.text("kind")).hasValue("WEB");
        assertThat(tree.entry("n").orElseThrow().keySpan().line()).isEqualTo(6);
    }

    @Test
    void partsTakeTheirValuesFromTheWhole() {
        files.put("chart/Chart.yaml", "name: orders\ndependencies: [{name: cache, condition: cache.enabled}]\n");
        files.put("chart/charts/cache/Chart.yaml", "name: cache\n");
        files.put("chart/charts/cache/values.yaml", "size: 1\nrole: main\n");
        files.put(
                "chart/charts/cache/templates/c.yaml",
                "apiVersion: v1\nkind: ConfigMap\ndata: {a: \"{{ .Values.size }}\", b: \"{{ .Values.role }}\"}\n");
        files.put("chart/values.yaml", VALUES + "cache: {enabled: true, size: 5}\n");
        Tree tree = charts().documents().stream()
                .filter(d -> d.path().contains("cache"))
                .findFirst()
                .orElseThrow()
                .tree();
        assertThat(tree.text("data", "a")).hasValue("5");
        assertThat(tree.text("data", "b")).hasValue("main");
        files.put("chart/values.yaml", VALUES + "cache: {enabled: false}\n");
        assertThat(charts().documents()).noneMatch(d -> d.path().contains("cache"));
    }

    @Test
    void brokenTemplateIsAProblemAndReadAsFarAsPossible() {
        files.put("chart/templates/x.yaml", "kind: {{ .Values.tier }}\n{{ if .Values.a }}\na: 1\n");
        Charts charts = charts();
        assertThat(charts.problems()).hasSize(1);
        assertThat(charts.problems().get(0).message())
                .isEqualTo("the template cannot be rendered: a block is not closed");
        assertThat(charts.problems().get(0).at()).hasToString("chart/templates/x.yaml:2:1");
        assertThat(charts.documents())
                .anyMatch(d -> d.tree()
                        .text("kind")
                        .filter("{{ .Values.tier }}"::equals)
                        .isPresent());
        assertThat(manifests(charts)).hasSize(2);
    }

    @Test
    void hostileTemplatesEnd() {
        files.put(
                "chart/templates/_loop.tpl",
                "{{ define \"loop\" }}{{ include \"loop\" . }}x{{ include \"loop\" . }}{{ end }}");
        files.put("chart/templates/x.yaml", "a: {{ include \"loop\" . }}\n");
        files.put("chart/templates/y.yaml", "a: " + "{{ (".repeat(5_000) + " }}\n");
        files.put("chart/templates/z.yaml", "a: 1\n" + "{{ if .x }}".repeat(5_000) + "{{ end }}".repeat(5_000));
        files.put(
                "chart/templates/w.yaml",
                "a: {{ " + "(".repeat(20_000) + " }}\nb: {{ 1 | nindent 9999999999 }}\nc: {{ range 1 }}{{ end }}\n");
        Charts charts = charts();
        assertThat(manifests(charts)).hasSize(2);
        assertThat(charts.problems()).isNotEmpty();
    }
}
