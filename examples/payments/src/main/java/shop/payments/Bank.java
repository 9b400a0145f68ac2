package shop.payments;

import java.time.Duration;
import org.springframework.boot.web.client.RestTemplateBuilder;
import org.springframework.retry.annotation.Backoff;
import org.springframework.retry.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class Bank {

    private final RestTemplate http;

    public Bank(RestTemplateBuilder builder) {
        this.http = builder.setConnectTimeout(Duration.ofMillis(500))
                .setReadTimeout(Duration.ofSeconds(2))
                .build();
    }

    @Retryable(maxAttempts = 3, backoff = @Backoff(delay = 200, multiplier = 2, random = true))
    public String charge(Long order) {
        return http.postForObject("https://bank.example.com/charges", order, String.class);
    }
}
