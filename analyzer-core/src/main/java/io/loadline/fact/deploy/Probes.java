package io.loadline.fact.deploy;

import io.loadline.deploy.Probe;
import java.util.ArrayList;
import java.util.List;

/** Reads the probes of a container. */
final class Probes {

    private Probes() {}

    static List<Probe> of(Part container) {
        List<Probe> probes = new ArrayList<>();
        add(probes, Probe.Role.LIVENESS, container.at("livenessProbe"));
        add(probes, Probe.Role.READINESS, container.at("readinessProbe"));
        add(probes, Probe.Role.STARTUP, container.at("startupProbe"));
        return probes;
    }

    private static void add(List<Probe> probes, Probe.Role role, Part part) {
        if (part.exists()) {
            probes.add(new Probe(
                    role,
                    handler(part),
                    part.count("initialDelaySeconds"),
                    part.count("periodSeconds"),
                    part.count("timeoutSeconds"),
                    part.count("failureThreshold"),
                    part.count("successThreshold"),
                    part.at()));
        }
    }

    private static Probe.Handler handler(Part part) {
        Part http = part.at("httpGet");
        if (http.exists()) {
            return new Probe.Http(
                    http.text("path"),
                    http.text("port"),
                    http.text("scheme"),
                    http.at("path").at());
        }
        if (part.at("tcpSocket").exists()) {
            return new Probe.Tcp(
                    part.text("tcpSocket", "port"), part.at("tcpSocket").at());
        }
        if (part.at("grpc").exists()) {
            return new Probe.Grpc(
                    part.text("grpc", "port"),
                    part.text("grpc", "service"),
                    part.at("grpc").at());
        }
        if (part.at("exec").exists()) {
            return new Probe.Exec(part.words("exec", "command"));
        }
        return new Probe.Unreadable();
    }
}
