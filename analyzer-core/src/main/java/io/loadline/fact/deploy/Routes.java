package io.loadline.fact.deploy;

import io.loadline.deploy.Amount;
import io.loadline.deploy.Labels;
import io.loadline.deploy.Manifest;
import io.loadline.deploy.Route;
import java.util.ArrayList;
import java.util.List;

/** Reads services, ingresses and the routes of gateways, meshes and platforms. */
final class Routes {

    private Routes() {}

    static Manifest service(Part manifest) {
        Part spec = manifest.at("spec");
        return new Route(
                Identities.of(manifest),
                Route.Kind.SERVICE,
                spec.text("type"),
                spec.text("clusterIP").equals("None"),
                spec.text("sessionAffinity"),
                spec.labels("selector"),
                spec.items("ports").stream().map(Routes::port).toList(),
                List.of());
    }

    private static Route.ServicePort port(Part part) {
        return new Route.ServicePort(
                part.text("name"),
                part.count("port"),
                part.text("targetPort"),
                part.count("nodePort"),
                part.text("protocol"));
    }

    static Manifest ingress(Part manifest) {
        Part spec = manifest.at("spec");
        List<Route.Path> paths = new ArrayList<>();
        Part fallback = spec.at("defaultBackend").exists() ? spec.at("defaultBackend") : spec.at("backend");
        if (fallback.exists()) {
            paths.add(backend("", "", fallback, fallback));
        }
        for (Part rule : spec.items("rules")) {
            for (Part path : rule.items("http", "paths")) {
                paths.add(backend(rule.text("host"), path.text("path"), path.at("backend"), path));
            }
        }
        return route(manifest, Route.Kind.INGRESS, spec.text("ingressClassName"), paths);
    }

    /** Before version 1 of ingresses, service and port stood in the backend itself. */
    private static Route.Path backend(String host, String path, Part backend, Part place) {
        Part service = backend.at("service");
        String name = service.isMapping() ? service.text("name") : backend.text("serviceName");
        String port = service.text("port", "number") + service.text("port", "name") + backend.text("servicePort");
        return path(host, path, name, port, place);
    }

    static Manifest gatewayRoute(Part manifest) {
        Part spec = manifest.at("spec");
        String host =
                spec.items("hostnames").stream().map(Part::text).findFirst().orElse("");
        List<Route.Path> paths = new ArrayList<>();
        for (Part rule : spec.items("rules")) {
            String path = rule.items("matches").stream()
                    .map(m -> m.text("path", "value"))
                    .findFirst()
                    .orElse("");
            for (Part backend : rule.items("backendRefs")) {
                paths.add(new Route.Path(
                        host,
                        path,
                        backend.text("name"),
                        backend.text("port"),
                        rule.duration("timeouts", "request"),
                        rule.count("retry", "attempts"),
                        rule.duration("timeouts", "backendRequest"),
                        "",
                        backend.at()));
            }
        }
        return route(manifest, Route.Kind.GATEWAY_ROUTE, "", paths);
    }

    static Manifest meshRoute(Part manifest) {
        Part spec = manifest.at("spec");
        String host = spec.items("hosts").stream().map(Part::text).findFirst().orElse("");
        List<Route.Path> paths = new ArrayList<>();
        for (Part rule : spec.items("http")) {
            for (Part target : rule.items("route")) {
                paths.add(new Route.Path(
                        host,
                        "",
                        target.text("destination", "host"),
                        target.text("destination", "port", "number"),
                        rule.duration("timeout"),
                        rule.count("retries", "attempts"),
                        rule.duration("retries", "perTryTimeout"),
                        rule.text("retries", "retryOn"),
                        target.at("destination").at()));
            }
        }
        return route(manifest, Route.Kind.MESH_ROUTE, "", paths);
    }

    static Manifest platformRoute(Part manifest) {
        Part spec = manifest.at("spec");
        Route.Path path = path(
                spec.text("host"),
                spec.text("path"),
                spec.text("to", "name"),
                spec.text("port", "targetPort"),
                spec.at("to"));
        return route(manifest, Route.Kind.PLATFORM_ROUTE, "", List.of(path));
    }

    private static Route.Path path(String host, String path, String service, String port, Part place) {
        Amount none = Amount.absent(place.at());
        return new Route.Path(host, path, service, port, none, none, none, "", place.at());
    }

    private static Route route(Part manifest, Route.Kind kind, String type, List<Route.Path> paths) {
        return new Route(Identities.of(manifest), kind, type, false, "", Labels.NONE, List.of(), paths);
    }
}
