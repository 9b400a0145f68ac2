package shop.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

@Entity
public class Order {

    @Id
    private Long id;

    private Long customer;

    private String email;

    private boolean paid;

    private List<String> articles;

    public Long getId() {
        return id;
    }

    public Long getCustomer() {
        return customer;
    }

    public String getEmail() {
        return email;
    }

    public boolean isPaid() {
        return paid;
    }

    public List<String> getArticles() {
        return articles;
    }
}
