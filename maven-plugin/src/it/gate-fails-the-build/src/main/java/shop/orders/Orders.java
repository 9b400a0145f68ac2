package shop.orders;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
public final class Orders {

    private final HttpClient client = HttpClient.newHttpClient();

    @GetMapping("/name")
    String name(String id) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://names/" + id)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
