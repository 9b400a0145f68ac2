package shop.payments;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class PriceController {

    @GetMapping("/prices/{article}")
    public long price(@PathVariable String article) {
        return article.length();
    }

    @PostMapping("/charges")
    public String charge(@RequestBody Long order) {
        return "charged " + order;
    }
}
