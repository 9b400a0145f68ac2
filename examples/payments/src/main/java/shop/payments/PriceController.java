package shop.payments;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class PriceController {

    private final PriceRepository prices;
    private final Bank bank;

    public PriceController(PriceRepository prices, Bank bank) {
        this.prices = prices;
        this.bank = bank;
    }

    @GetMapping("/prices/{article}")
    public long price(@PathVariable String article) {
        return prices.findById(article).map(Price::getCents).orElse(0L);
    }

    @PostMapping("/charges")
    public String charge(@RequestBody Long order) {
        return bank.charge(order);
    }
}
