package io.loadline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.loadline.evidence.Confidence;
import io.loadline.evidence.Evidence;
import io.loadline.rule.Dimension;
import io.loadline.rule.Severity;
import io.loadline.system.Reach;
import io.loadline.verdict.Finding.BaselineState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FamilyTest {

    private static final List<Finding> THREE =
            Stream.of("cart", "orders", "prices").map(FamilyTest::alone).toList();

    private static Finding alone(String service) {
        return in("k8s/" + service + ".yaml", service, "Nothing changes the number of replicas of " + service + ".");
    }

    private static Finding in(String path, String service, String message) {
        return new Finding(
                "autoscaler-absent-or-frozen",
                Dimension.ELASTICITY,
                Severity.MAJOR,
                Confidence.HIGH,
                List.of(service),
                null,
                Said.place(path, 4),
                message,
                "People are the autoscaler.",
                "Add one.",
                List.of(new Evidence(Said.place(path, 4), "no autoscaler names it")),
                List.of(),
                Reach.UNKNOWN,
                "of " + service,
                null,
                BaselineState.NONE);
    }

    @Test
    void whatIsSaidOfThreeInOneFolderIsOneFinding() {
        Finding family = Family.join(THREE).get(0);

        assertThat(Family.join(THREE)).hasSize(1);
        assertThat(family.services()).containsExactly("cart", "orders", "prices");
        assertThat(family.message())
                .isEqualTo(
                        "Nothing changes the number of replicas of cart; the same is true of 2 more that are described alike.");
        assertThat(family.sites()).extracting(at -> at.path()).containsExactly("k8s/orders.yaml", "k8s/prices.yaml");
        assertThat(family.members()).isEqualTo(THREE);
    }

    @Test
    void foldersThatDifferByTheServiceAreAlike() {
        List<Finding> apart = Stream.of("cart", "orders", "prices")
                .map(service -> in(service + "/k8s/all.yaml", service, service + " asks for no CPU."))
                .toList();

        assertThat(Family.join(apart)).hasSize(1);
    }

    @Test
    void otherFoldersOtherNumbersAndPairsStandAlone() {
        List<Finding> apart = List.of(
                THREE.get(0),
                THREE.get(1),
                in("other/prices.yaml", "prices", "Nothing changes the number of replicas of prices."),
                in("k8s/mails.yaml", "mails", "mails asks for 10 m."));

        assertThat(Family.join(apart)).isEqualTo(apart);
    }

    @Test
    void theFingerprintOutlivesNewMembers() {
        Finding more = Family.join(
                        Stream.concat(Stream.of(alone("audit")), THREE.stream()).toList())
                .get(0);

        assertThat(more.fingerprint()).isEqualTo(Family.join(THREE).get(0).fingerprint());
    }

    @Test
    void aMemberOnTopOfTheBaselineIsNewByItself() {
        Baseline noted = Baseline.of(Family.join(THREE));
        List<Finding> now = Family.join(
                Stream.concat(THREE.stream(), Stream.of(alone("stock"))).toList());

        List<Finding> compared = noted.compare(now).findings();

        assertThat(noted.entries()).hasSize(3);
        assertThat(compared).extracting(Finding::state).containsExactly(BaselineState.UNCHANGED, BaselineState.NEW);
        assertThat(compared.get(1).services()).containsExactly("stock");
    }
}
