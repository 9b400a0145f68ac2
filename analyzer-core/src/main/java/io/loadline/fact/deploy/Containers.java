package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Container;
import io.loadline.deploy.EnvFrom;
import io.loadline.deploy.EnvVar;
import io.loadline.deploy.PreStop;
import io.loadline.deploy.Resources;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the containers of a pod. */
final class Containers {

    private Containers() {}

    static List<Container> of(Part pod, String key) {
        return pod.items(key).stream()
                .filter(Part::isMapping)
                .map(c -> container(c, key))
                .toList();
    }

    private static Container container(Part part, String key) {
        return new Container(
                part.text("name"),
                Identities.at(part.at("name")),
                part.word("image"),
                part.text("imagePullPolicy"),
                part.words("command"),
                part.words("args"),
                part.items("env").stream()
                        .filter(Part::isMapping)
                        .map(Containers::variable)
                        .toList(),
                part.items("envFrom").stream()
                        .filter(Part::isMapping)
                        .map(Containers::variables)
                        .toList(),
                part.items("ports").stream()
                        .filter(Part::isMapping)
                        .map(Containers::port)
                        .toList(),
                resources(part.at("resources")),
                Probes.of(part),
                part.items("volumeMounts").stream()
                        .filter(Part::isMapping)
                        .map(Containers::mount)
                        .toList(),
                key.equals("initContainers") && part.text("restartPolicy").equals("Always"),
                null,
                preStop(part.at("lifecycle", "preStop")));
    }

    private static EnvVar variable(Part part) {
        String name = part.text("name");
        Part from = part.at("valueFrom");
        if (from.at("configMapKeyRef").exists()) {
            return referred(name, EnvVar.Source.CONFIG_MAP, from.at("configMapKeyRef"), part);
        }
        if (from.at("secretKeyRef").exists()) {
            return referred(name, EnvVar.Source.SECRET, from.at("secretKeyRef"), part);
        }
        if (from.exists()) {
            String field = from.text("fieldRef", "fieldPath") + from.text("resourceFieldRef", "resource");
            return new EnvVar(
                    name, EnvVar.Source.FIELD, null, field, "", part.at("name").at());
        }
        return new EnvVar(
                name,
                EnvVar.Source.WRITTEN,
                part.text("value"),
                "",
                "",
                part.at("value").at());
    }

    private static EnvVar referred(String name, EnvVar.Source source, Part reference, Part variable) {
        return new EnvVar(
                name,
                source,
                null,
                reference.text("name"),
                reference.text("key"),
                variable.at("name").at());
    }

    private static EnvFrom variables(Part part) {
        boolean secret = part.at("secretRef").exists();
        Part owner = part.at(secret ? "secretRef" : "configMapRef", "name");
        EnvFrom.Source source = secret ? EnvFrom.Source.SECRET : EnvFrom.Source.CONFIG_MAP;
        return new EnvFrom(source, owner.text(), part.text("prefix"), owner.at());
    }

    private static Container.Port port(Part part) {
        String protocol = part.text("protocol");
        return new Container.Port(
                part.text("name"),
                part.count("containerPort"),
                protocol.isEmpty() ? "TCP" : protocol,
                part.count("hostPort"));
    }

    private static Container.Mount mount(Part part) {
        return new Container.Mount(
                part.text("name"), part.text("mountPath"), part.text("subPath"), part.isTrue("readOnly"), part.at());
    }

    /** Requests and limits as a container, or a namespace's defaults, state them. */
    static Resources resources(Part part) {
        return resources(part.at("requests"), part.at("limits"));
    }

    static Resources resources(Part requests, Part limits) {
        Set<String> names = new LinkedHashSet<>();
        requests.fields().forEach(f -> names.add(f.key()));
        limits.fields().forEach(f -> names.add(f.key()));
        List<Resources.Other> others = new ArrayList<>();
        names.stream()
                .filter(n -> !n.equals("cpu") && !n.equals("memory"))
                .forEach(n -> others.add(new Resources.Other(n, requests.quantity(n), limits.quantity(n))));
        return new Resources(
                requests.quantity("cpu"),
                limits.quantity("cpu"),
                requests.quantity("memory"),
                limits.quantity("memory"),
                others);
    }

    private static @Nullable PreStop preStop(Part part) {
        if (!part.exists()) {
            return null;
        }
        Amount pause = part.count("sleep", "seconds");
        return new PreStop(part.words("exec", "command"), part.text("httpGet", "path"), pause, part.at());
    }
}
