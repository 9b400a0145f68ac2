package shop.payments;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Price {

    @Id
    private String article;

    private long cents;

    public String getArticle() {
        return article;
    }

    public long getCents() {
        return cents;
    }
}
